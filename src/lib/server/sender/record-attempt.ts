import type { Credentials } from './lanes/credentials.ts';
import type { Lane } from './lanes/lane.ts';
import type { SenderLog } from './sender-log.ts';
import type { AttemptResult } from './try-delivery.ts';

/**
 * Draws the conclusions of one attempt for its push service: pauses, breakers and alerts. What it means
 * for the subscription is its outcome, which is not touched here.
 */
export function recordAttempt(
	result: AttemptResult,
	lane: Lane,
	credentials: Credentials,
	log: SenderLog,
	now: number
): void {
	const { breaker } = lane;
	const alert = (code: Parameters<SenderLog['alert']>[1]): void => {
		log.alert(now, code, lane.alertName, result.reason);
	};
	const isReachable = (): void => {
		if (breaker.state !== 'closed') log.write({ event: 'push-service-back', host: lane.alertName });
		breaker.succeed();
	};

	switch (result.class) {
		case 'accepted':
			lane.markProven();
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
			if (result.outcome.kind === 'failed') alert('malformed');
			break;
		case 'too-large':
		case 'refused':
			isReachable();
			alert(result.class);
			break;
		case 'slow-down':
			breaker.abstain();
			if (lane.pause(now, result.pauseMs ?? 0)) {
				const pauseMs = result.pauseMs ?? 0;
				log.write({ event: 'push-service-paused', host: lane.alertName, pauseMs });
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
