import { words } from './ban.ts';

/** A concept, and how its one word is found in running text. */
export interface Concept {
	/** The folder in `terms/`. */
	readonly slug: string;
	readonly en: RegExp;
	readonly es: RegExp;
	/**
	 * Where the Spanish must have it if the English has: in the same block. Spanish leaves a person out
	 * where the verb tells, so that "officer" is looked for in the whole text.
	 */
	readonly within: 'block' | 'text';
}

const concept = (
	slug: string,
	en: string,
	es: string,
	within: Concept['within'] = 'block'
): Concept => ({ slug, en: words(en), es: words(es), within });

/** The terms of src/content/README.md, with the endings that they take. */
export const GLOSSARY: readonly Concept[] = [
	concept(
		'judges-warrant',
		"judge['’]s warrants?",
		'(?:orden|órdenes)(?: \\p{L}+)? firmadas? por (?:un juez|jueces)'
	),
	concept('ice-form', 'ICE forms?', 'formularios? de ICE'),
	concept('officer', '(?<!privacy )officers?', 'oficial(?:es)?', 'text'),
	// Spanish has the verb, too: "la detuvieron"
	concept('detained', 'detained', '(?:deten|detuv|detien)\\p{L}*'),
	concept('permission', 'permission', 'permisos?'),
	concept('removal-order', 'removal orders?', '(?:orden|órdenes)(?: \\p{L}+)? de deportación'),
	concept('immigration-court', 'immigration courts?', 'cortes? de inmigración'),
	concept('new-york-court', 'New York courts?', 'cortes? de Nueva York'),
	concept(
		'ice-hold-request',
		'ICE hold requests?',
		'solicitud(?:es)? de ICE(?: (?:al|a la) \\p{L}+)? para retener a (?:una persona|personas)'
	),
	concept(
		'civil-immigration-enforcement',
		'civil immigration enforcement',
		'aplicación civil de las leyes de inmigración'
	),
	concept('staff-only-area', 'staff-only areas?', 'áreas? solo para el personal'),
	concept('school-safety-agent', 'school safety agents?', 'agentes? de seguridad escolar'),
	concept('standby-guardian', 'standby guardians?', 'tutor(?:es|a|as)? de reserva'),
	concept('directive', 'directives?', 'directivas?'),
	concept('lawyer', 'lawyers?', 'abogad[oa]s?')
];
