interface NewBlock {
	readonly anchor: string;
	/** In English, as the article has it. */
	readonly heading: string;
	readonly isRequired: boolean;
}

/** The blocks that the form of a new article asks for: those that it must have, and what is mostly there. */
export const BLOCKS_OF: Readonly<Record<'guide' | 'directive', readonly NewBlock[]>> = {
	guide: [
		{ anchor: 'do', heading: 'Do', isRequired: true },
		{ anchor: 'say', heading: 'Say', isRequired: false },
		{ anchor: 'call', heading: 'Call', isRequired: true },
		{ anchor: 'why', heading: 'Why', isRequired: true },
		{ anchor: 'unconfirmed', heading: 'Not confirmed', isRequired: false }
	],
	directive: [
		{ anchor: 'short', heading: 'In short', isRequired: true },
		{ anchor: 'says', heading: 'What it says', isRequired: false },
		{ anchor: 'unconfirmed', heading: 'Not confirmed', isRequired: false }
	]
};

/** The fields that an article of this kind cannot be without, beside those that both have. */
export const FIELDS_OF: Readonly<Record<'guide' | 'directive', readonly string[]>> = {
	guide: ['scenario', 'urgency', 'statusAsOf'],
	directive: ['form', 'officialName', 'issuer', 'appliesTo', 'statusAsOf']
};
