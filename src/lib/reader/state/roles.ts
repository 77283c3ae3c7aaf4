import type { Card } from '#lib/edition/card.ts';
import type { Audience } from '#lib/edition/vocabulary.ts';

/** Roles that a reader can choose on the home page. Each covers several audiences. */
export const ROLES = ['family', 'bus', 'school', 'city', 'police'] as const;
export type Role = (typeof ROLES)[number];

/** The audiences of each role. Every audience belongs to exactly one role. */
export const ROLE_AUDIENCES = {
	family: ['family'],
	bus: ['bus-crew'],
	school: ['school-desk', 'principal', 'teacher'],
	city: ['city-staff'],
	police: ['police']
} as const satisfies Record<Role, readonly [Audience, ...Audience[]]>;

/** The role that an audience belongs to. The phone keeps the choice as an audience. */
export const roleOf = (audience: Audience | undefined): Role | undefined =>
	ROLES.find((role) => ROLE_AUDIENCES[role].some((it) => it === audience));

export const isFor = (role: Role, { audiences }: Pick<Card, 'audiences'>): boolean =>
	ROLE_AUDIENCES[role].some((audience) => audiences.includes(audience));

/** The roles that have something to read among these: an edition may have nothing for some. */
export const rolesIn = (cards: readonly Pick<Card, 'audiences'>[]): Role[] =>
	ROLES.filter((role) => cards.some((card) => isFor(role, card)));
