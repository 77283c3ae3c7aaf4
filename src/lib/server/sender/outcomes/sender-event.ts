import type { AnswerClass } from './classify-answer.ts';

/** What a person should look at. `docs/operate.md` says what to do about each. */
export type SenderAlert =
	/** A push service refuses our signature. It is left alone, but for an attempt now and then. */
	| 'credentials-refused'
	/** A push service cannot be reached, or fails every time. */
	| 'push-service-down'
	/** So many subscriptions are "gone" that it must be a mistake: no more are deleted. */
	| 'prune-brake'
	/** All messages are refused as malformed: the fault is in our messages. */
	| 'malformed'
	| 'too-large'
	| 'redirect'
	| 'refused'
	/** A subscription is bound to a VAPID key that this process does not have. */
	| 'no-key'
	/** The database takes no outcomes. */
	| 'store-failed';

/** One line of the sender's log. It may name the host of a push service, and never an endpoint. */
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

/** How an attempt ended that sent nothing. */
export type LocalClass = 'bad-keys' | 'not-allowed' | 'no-key' | 'expired';
