import type { Verdict } from '#lib/edition/coverage.ts';
import type { IconName } from '#lib/ui/icons.ts';
import type { PlainKey } from '#lib/reader/text/message-keys.ts';

/** What was found, as icon and words. */
export const verdictLooks: Record<Verdict, { readonly label: PlainKey; readonly icon: IconName }> =
	{
		confirmed: { label: 'verdict_confirmed', icon: 'check' },
		'confirmed-with-correction': { label: 'verdict_confirmed_with_correction', icon: 'half' },
		misleading: { label: 'verdict_misleading', icon: 'warn' },
		wrong: { label: 'verdict_wrong', icon: 'no' },
		unconfirmed: { label: 'verdict_unconfirmed', icon: 'help' }
	};
