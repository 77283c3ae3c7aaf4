/** Words by which a register is searched, and a document is known to be about what we write on. */
export const TERMS: readonly string[] = [
	'immigration enforcement',
	'immigration and customs enforcement',
	'civil immigration',
	'immigration detainer',
	'immigration status',
	'expedited removal',
	'sanctuary',
	'registration of aliens',
	'refugee admissions',
	'birthright citizenship',
	'federal immigration'
];
