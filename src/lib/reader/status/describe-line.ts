import type { Messages } from '#lib/messages/generated/keys.ts';
import { isLanguage, languages } from '#lib/messages/languages.ts';
import type { Translate } from '#lib/messages/translate.ts';
import type { IconName } from '#lib/ui/icons.ts';
import type { PublisherChange } from '#lib/phone/facts.ts';
import type { Phone } from '#lib/phone/phone.ts';
import { formatInstant, formatShort } from '../text/format-date.ts';
import { messageLanguage } from '../text/in-language.ts';
import type { PlainKey } from '../text/message-keys.ts';
import type { StatusLineState } from '../state/status-line.ts';

/** The methods of the phone that a tap on the line may call. */
export type LineActions = Pick<
	Phone,
	'acceptApp' | 'openNotices' | 'seePublisher' | 'showChanged' | 'startAgain' | 'syncNow'
>;

interface LineWords {
	/** The message that `text` is from. It tells whether the text is in English. */
	readonly key: keyof Messages;
	readonly text: string;
	/** Shown beside the text, in quieter type. */
	readonly detail?: string;
	readonly icon: IconName;
	readonly tone: 'plain' | 'settled' | 'wait';
	readonly action?: {
		readonly text: string;
		readonly call: keyof LineActions;
	};
}

/** The words of the status line for a state, and the one thing that a reader can do about it. */
export function describeLine(line: StatusLineState, t: Translate): LineWords {
	const checkNow = { text: t('check_now'), call: 'syncNow' } as const;
	const update = { text: t('line_new_app_action'), call: 'acceptApp' } as const;
	const showText = t('line_guidance_changed_action');
	const show = { text: showText, call: 'showChanged' } as const;

	switch (line.kind) {
		case 'saving': {
			const text = t('line_saving', { done: String(line.done), total: String(line.total) });
			return { key: 'line_saving', text, icon: 'save', tone: 'plain' };
		}
		case 'ready': {
			const date = formatShort(messageLanguage(t, 'line_checked'), line.checkedAt);
			const detail = t('line_checked', { date });
			return { key: 'line_ready', text: t('line_ready'), detail, icon: 'check', tone: 'settled' };
		}
		case 'saved': {
			const detail = t('line_saved_rest');
			return { ...plain(t, 'line_saved'), detail, icon: 'save', tone: 'plain' };
		}
		case 'erased': {
			const action = { text: t('start_again'), call: 'startAgain' } as const;
			return { ...plain(t, 'line_erased'), icon: 'check', tone: 'plain', action };
		}
		case 'unconfirmed': {
			const text = t('line_unconfirmed', {
				date: formatInstant(messageLanguage(t, 'line_unconfirmed'), line.since)
			});
			return { key: 'line_unconfirmed', text, icon: 'clock', tone: 'wait', action: checkNow };
		}
		case 'behind':
			return { ...plain(t, 'line_behind'), icon: 'clock', tone: 'wait', action: checkNow };
		case 'clock-wrong':
			return { ...plain(t, 'line_clock_wrong'), icon: 'clock', tone: 'wait' };
		case 'notices-stopped': {
			const action = { text: t('line_notices_stopped_action'), call: 'openNotices' } as const;
			return { ...plain(t, 'line_notices_stopped'), icon: 'warn', tone: 'wait', action };
		}
		case 'damaged':
			return { ...plain(t, 'line_damaged'), icon: 'warn', tone: 'wait', action: checkNow };
		case 'new-app':
			return { ...plain(t, 'line_new_app'), icon: 'save', tone: 'plain', action: update };
		case 'guidance-changed':
			return { ...plain(t, 'line_guidance_changed'), icon: 'swap', tone: 'wait', action: show };
		case 'new-publisher':
		case 'new-purpose':
		case 'new-keys': {
			const action = { text: showText, call: 'seePublisher' } as const;
			return { ...publisherWords(line, t), icon: 'key', tone: 'wait', action };
		}
		case 'needs-app-update':
			return { ...plain(t, 'line_needs_app_update'), icon: 'save', tone: 'wait', action: update };
		case 'storage-full':
			return { ...plain(t, 'line_storage_full'), icon: 'warn', tone: 'wait', action: checkNow };
		case 'storage-denied':
			return { ...plain(t, 'line_storage_denied'), icon: 'warn', tone: 'wait' };
		case 'offline-first':
			return { ...plain(t, 'line_offline_first'), icon: 'warn', tone: 'wait', action: checkNow };
		case 'rejected':
			return { ...plain(t, 'line_rejected'), detail: line.code, icon: 'warn', tone: 'wait' };
	}
}

function publisherWords(
	line: PublisherChange,
	t: Translate
): { key: keyof Messages; text: string } {
	if (line.kind === 'new-publisher') {
		const text = t('line_publisher', { before: line.before, now: line.now });
		return { key: 'line_publisher', text };
	}
	if (line.kind === 'new-purpose') {
		if (!line.purpose) return plain(t, 'line_purpose_gone');
		const name = isLanguage(line.lang) ? languages[line.lang].name : line.lang;
		const purpose = (line.lang === t.lang ? '' : `${name}: `) + line.purpose;
		return { key: 'line_purpose', text: t('line_purpose', { purpose }) };
	}
	if (!line.areVouchedFor) return plain(t, 'line_keys_unvouched');
	const date = formatInstant(messageLanguage(t, 'line_keys'), line.issued);
	return { key: 'line_keys', text: t('line_keys', { date }) };
}

const plain = (t: Translate, key: PlainKey): { key: PlainKey; text: string } => ({
	key,
	text: t(key)
});
