import type { AnswerClass } from './classify-answer.ts';

/** What somebody should look at. Each stands in docs/operate.md with what to do. */
export type SenderAlert =
	/** A push service does not accept our signature: it is left alone, and tried now and then. */
	| 'credentials-refused'
	/** A push service cannot be reached, or only fails. */
	| 'push-service-down'
	/** So many subscriptions are "gone" that it is taken for a mistake: none more is deleted. */
	| 'prune-brake'
	/** Messages are refused as malformed, and none is accepted: the fault is ours. */
	| 'malformed'
	| 'too-large'
	| 'redirect'
	| 'refused'
	/** A subscription is bound to a VAPID key that is not here. */
	| 'no-key'
	/** The database does not take what we have to say. */
	| 'store-failed';

/** One line of the sender's log. A push service is named by its host; an endpoint never is. */
export type SenderEvent =
	| { readonly event: 'sender-started' }
	| { readonly event: 'sender-stopped'; readonly released: number }
	| {
			readonly event: 'sender-alert';
			readonly alert: SenderAlert;
			readonly host?: string;
			readonly reason?: string;
	  }
	| { readonly event: 'push-service-paused'; readonly host: string; readonly pauseMs: number }
	| { readonly event: 'push-service-back'; readonly host: string }
	| {
			readonly event: 'messages-sent';
			/** Since the last such line. */
			readonly answers: Readonly<Partial<Record<AnswerClass | LocalClass, number>>>;
	  };

/** How a try ended that never reached a push service. */
export type LocalClass = 'bad-keys' | 'not-allowed' | 'no-key' | 'expired';
