import type { Messages } from '#lib/messages/generated/keys.ts';

interface Line {
	readonly key: keyof Messages;
	/** The browser test that fails where the line is not true. `drill.test.ts` finds each. */
	readonly test: string;
}

/** Who may look, and what is true of that. The first line is true of all. */
export const ANYONE: Line = {
	key: 'drill_any',
	test: 'who read all day and who read nothing have the same on the phone'
};
export const DRILL = [
	{
		title: 'drill_border_title',
		lines: [
			{
				key: 'drill_border_history',
				test: 'who read all day and who read nothing have the same on the phone'
			},
			{
				key: 'drill_border_delete',
				test: '"Delete everything" leaves nothing, and nothing comes back while the page stays open'
			}
		]
	},
	{
		title: 'drill_school_title',
		lines: [
			{
				key: 'drill_school_network',
				test: 'who read all day and who read nothing have the same on the phone'
			}
		]
	},
	{
		title: 'drill_partner_title',
		lines: [
			{
				key: 'drill_partner_notice',
				test: 'a push is decrypted and shown in the language of the reader, and turned off it is gone'
			},
			{
				key: 'drill_partner_media',
				test: 'kept recordings are heard with no connection, name no guide on the lock screen, and go'
			},
			{
				key: 'drill_partner_icon',
				test: 'an app by a neutral name is another one to the browser, and says no more than that name'
			},
			{
				key: 'drill_partner_hide',
				test: 'Hide covers a guide offline, and neither Back nor a reload uncovers it'
			}
		]
	}
] as const satisfies readonly { title: keyof Messages; lines: readonly Line[] }[];
