interface NewBlock {
	readonly anchor: string;
	/** In English, as the article has it. */
	readonly heading: string;
	readonly isRequired: boolean;
	/** The form of a new article asks for it: mostly it is there. */
	readonly isAsked: boolean;
}

const REQUIRED = { isRequired: true, isAsked: true };
const USUAL = { isRequired: false, isAsked: true };
const RARE = { isRequired: false, isAsked: false };

/** The blocks that an article may have, in their order. */
export const BLOCKS_OF: Readonly<Record<'guide' | 'directive', readonly NewBlock[]>> = {
	guide: [
		{ anchor: 'do', heading: 'Do', ...REQUIRED },
		{ anchor: 'say', heading: 'Say', ...USUAL },
		{ anchor: 'call', heading: 'Call', ...REQUIRED },
		{ anchor: 'dont', heading: 'Do not', ...USUAL },
		{ anchor: 'if-wrong', heading: 'If they come in anyway', ...RARE },
		{ anchor: 'why', heading: 'Why', ...REQUIRED },
		{ anchor: 'unconfirmed', heading: 'Not confirmed', ...USUAL }
	],
	directive: [
		{ anchor: 'short', heading: 'In short', ...REQUIRED },
		{ anchor: 'says', heading: 'What it says', ...USUAL },
		{ anchor: 'limits', heading: 'What it does not say', ...RARE },
		{ anchor: 'changed', heading: 'What changed', ...RARE },
		{ anchor: 'unconfirmed', heading: 'Not confirmed', ...USUAL }
	]
};

/** The fields that an article of this kind cannot be without, beside those that both have. */
export const FIELDS_OF: Readonly<Record<'guide' | 'directive', readonly string[]>> = {
	guide: ['scenario', 'urgency', 'statusAsOf'],
	directive: ['form', 'officialName', 'issuer', 'appliesTo', 'statusAsOf']
};
