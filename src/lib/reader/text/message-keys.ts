import type { Directive } from '#lib/edition/article.ts';
import type { Audience, Form, Level, Urgency } from '#lib/edition/vocabulary.ts';
import type { Messages } from '#lib/messages/generated/keys.ts';

/** Keys of messages without parameters, such as the labels of codes. */
export type PlainKey = {
	[Key in keyof Messages]: Messages[Key] extends [] ? Key : never;
}[keyof Messages];

export const audienceKeys = {
	family: 'audience_family',
	'bus-crew': 'audience_bus_crew',
	'school-desk': 'audience_school_desk',
	principal: 'audience_principal',
	teacher: 'audience_teacher',
	'city-staff': 'audience_city_staff',
	police: 'audience_police'
} as const satisfies Record<Audience, PlainKey>;

export const roleKeys = {
	family: 'role_family',
	bus: 'role_bus',
	school: 'role_school',
	city: 'role_city',
	police: 'role_police'
} as const satisfies Record<string, PlainKey>;

export const formKeys = {
	law: 'form_law',
	order: 'form_order',
	memo: 'form_memo',
	guidance: 'form_guidance',
	'court-ruling': 'form_court_ruling',
	explainer: 'form_explainer'
} as const satisfies Record<Form, PlainKey>;

export const levelKeys = {
	city: 'level_city',
	school: 'level_school',
	state: 'level_state',
	federal: 'level_federal'
} as const satisfies Record<Level, PlainKey>;

export const levelAboutKeys = {
	city: 'level_city_about',
	school: 'level_school_about',
	state: 'level_state_about',
	federal: 'level_federal_about'
} as const satisfies Record<Level, PlainKey>;

export const urgencyKeys = {
	now: 'home_title',
	today: 'home_today',
	prepare: 'home_prepare'
} as const satisfies Record<Urgency, PlainKey>;

export const appealKeys = {
	none: 'appeal_none',
	pending: 'appeal_pending',
	unknown: 'appeal_unknown'
} as const satisfies Record<NonNullable<Directive['appeal']>, PlainKey>;
