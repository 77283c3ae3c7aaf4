import type { Credentials } from './credentials.ts';
import type { Lane } from './lane.ts';
import type { SenderLog } from './sender-log.ts';
import type { AttemptResult } from './try-delivery.ts';

/**
 * What one try says about its push service: pauses and breakers follow from it, and alerts. What it
 * says about its own row is the outcome, which stays as it is.
 */
export function recordAttempt(
	tried: AttemptResult,
	lane: Lane,
	credentials: Credentials,
	log: SenderLog,
	now: number
): void {
	const { breaker } = lane;
	const alert = (code: Parameters<SenderLog['alert']>[1]): void => {
		log.alert(now, code, lane.alertName, tried.reason);
	};
	const isReachable = (): void => {
		if (breaker.state !== 'closed') log.say({ event: 'push-service-back', host: lane.alertName });
		breaker.succeed();
	};

	switch (tried.class) {
		case 'accepted':
			lane.prove();
			isReachable();
			credentials.accept(now);
			return;
		case 'unauthorized':
			isReachable();
			if (credentials.breaker.fail(now)) alert('credentials-refused');
			return;
		case 'gone':
		case 'missing':
			isReachable();
			break;
		case 'malformed':
			isReachable();
			if (tried.outcome.kind === 'failed') alert('malformed');
			break;
		case 'too-large':
		case 'refused':
			isReachable();
			alert(tried.class);
			break;
		case 'slow-down':
			breaker.abstain();
			if (lane.pause(now, tried.pauseMs ?? 0)) {
				const pauseMs = tried.pauseMs ?? 0;
				log.say({ event: 'push-service-paused', host: lane.alertName, pauseMs });
			}
			break;
		case 'redirect':
			alert('redirect');
			if (breaker.fail(now)) alert('push-service-down');
			break;
		case 'passing':
		case 'timeout':
		case 'unreachable':
		case 'not-public':
			if (breaker.fail(now)) alert('push-service-down');
			break;
		case 'no-key':
			breaker.abstain();
			alert('no-key');
			break;
		case 'bad-keys':
		case 'not-allowed':
		case 'expired':
			breaker.abstain();
	}
	credentials.breaker.abstain();
}
