import type { Corpus } from '../../read/corpus.ts';
import { words } from './ban.ts';

/** A concept, and how its one word is found in English running text; others: `languages/<lang>.yaml`. */
export interface Concept {
	/** The folder in `terms/`. */
	readonly slug: string;
	readonly en: RegExp;
	/**
	 * Where a translation must have it if the English has: in the same block. Many languages leave a
	 * person out where the verb tells, so that "officer" is looked for in the whole text.
	 */
	readonly within: 'block' | 'text';
}

const concept = (slug: string, en: string, within: Concept['within'] = 'block'): Concept => ({
	...{ slug, within },
	en: words(en)
});

/** Concepts that guides of any place have, with the endings that they take in English. */
const GLOSSARY: readonly Concept[] = [
	concept('judges-warrant', "judge['’]s warrants?"),
	concept('ice-form', 'ICE forms?'),
	// "their officers" are the officials of an agency
	concept('officer', '(?<!privacy |their )officers?', 'text'),
	concept('detained', 'detained'),
	concept('permission', 'permission'),
	concept('removal-order', 'removal orders?'),
	concept('immigration-court', 'immigration courts?'),
	concept('ice-hold-request', 'ICE hold requests?'),
	concept('civil-immigration-enforcement', 'civil immigration enforcement'),
	concept('staff-only-area', 'staff-only areas?'),
	concept('school-safety-agent', 'school safety agents?'),
	concept('standby-guardian', 'standby guardians?'),
	concept('directive', 'directives?'),
	concept('lawyer', 'lawyers?')
];

/** The terms of src/content/README.md: those of any place, and the site's own. */
export const glossaryOf = ({ site }: Pick<Corpus, 'site'>): readonly Concept[] => [
	...GLOSSARY,
	...Object.entries(site.fields.concepts).map(([slug, en]) => concept(slug, en))
];
