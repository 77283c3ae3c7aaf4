import type { Card } from '#lib/edition/card.ts';
import type { Audience } from '#lib/edition/vocabulary.ts';

/** Who a reader may say that they are, on the home page: coarser than whom a text is for. */
export const ROLES = ['family', 'bus', 'school', 'city', 'police'] as const;
export type Role = (typeof ROLES)[number];

/** Whose texts a role shows first. Each audience belongs to one role. */
export const ROLE_AUDIENCES = {
	family: ['family'],
	bus: ['bus-crew'],
	school: ['school-desk', 'principal', 'teacher'],
	city: ['city-staff'],
	police: ['police']
} as const satisfies Record<Role, readonly [Audience, ...Audience[]]>;

/** The one choice "for whom" that the phone keeps, as the home page names it. */
export const roleOf = (audience: Audience | undefined): Role | undefined =>
	ROLES.find((role) => ROLE_AUDIENCES[role].some((it) => it === audience));

export const isFor = (role: Role, { audiences }: Pick<Card, 'audiences'>): boolean =>
	ROLE_AUDIENCES[role].some((audience) => audiences.includes(audience));
