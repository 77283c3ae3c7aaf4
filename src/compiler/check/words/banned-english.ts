import { advice, promise, synonym, word, type Ban } from './ban.ts';

const PROMISE = 'Promise nothing: say what the rule is, and who must follow it.';

/**
 * src/content/README.md, in English. Each is narrow on purpose: "public safety", "unlawful act" and
 * "do not hide" are good text. What a pattern cannot tell is left to the two people who approve.
 */
export const BANNED_ENGLISH: readonly Ban[] = [
	word(
		'illegals?(?=\\s+(?:alien|immigra|migrant|people|person|worker|resident)\\p{L}*)|illegals',
		'Say "without papers", or leave it out.'
	),
	word('aliens?', 'Say "person" or "people".'),
	word('migrant (?:wave|flood|surge)s?', 'Say how many people, and who says so.'),
	word('raid(?:s|ed|ing)?', 'Say "operation" or "arrest".'),
	word('snitch(?:es|ed|ing)?', 'Say what the person does.'),
	word('sanctuary', 'Say what the rule does.'),
	word('safe(?:ly|r|st)?', PROMISE),
	word('guarantee[ds]?|guaranteeing', PROMISE),
	word('always', PROMISE),
	word('(?:officers?|police|agents?|ICE)(?:\\s+\\p{L}+)?\\s+never', PROMISE),
	word(
		'(?:U\\.S|N\\.Y|D\\.H\\.S|I\\.C\\.E|D\\.C)\\.?',
		'No dots inside abbreviations: US, NY, DHS, ICE.'
	),
	word('no[ -]one can', PROMISE),

	synonym('judicial warrants?', "judge's warrant"),
	synonym('administrative warrants?', 'ICE form'),
	synonym('detainers?(?! law)', 'ICE hold request'),
	synonym('deportation orders?|orders? of (?:removal|deportation)', 'removal order'),
	synonym('attorneys?(?! general)', 'lawyer'),
	synonym('cops?|policem[ae]n|(?:federal|ICE|immigration) agents?', 'officer'),
	synonym('consent', 'permission'),
	synonym('school (?:police|guards?|officers?)', 'school safety agent'),
	synonym('non-?public (?:area|part|space)s?', 'staff-only area'),

	advice('hide|run(?: away| from)?|flee|lie(?: about| to)?|drive (?:off|away)'),
	advice('(?:block|touch|push|grab|hit|fight|resist) (?:an?|the|any) (?:officers?|agents?)'),
	advice(
		'(?:destroy|tear up|burn|shred|alter|change|throw away) (?:the|any|your|all) (?:papers?|records?|documents?|warrant)'
	),
	advice('(?:use|show|get|carry|buy) (?:false|fake) (?:papers?|documents?|IDs?)'),
	advice(
		'(?:unlock your phone|hand over your (?:unlocked )?phone|give (?:them |an officer )?your (?:unlocked )?phone)'
	),
	advice('(?:skip|miss|do not go to|stay away from) (?:your |the )?(?:court|hearing)(?: date)?'),
	advice('(?:keep filming|film them anyway|film by force)'),
	advice('sign (?:\\p{L}+ ){0,5}without an? lawyer|sign (?:anything|whatever|everything)'),
	// in quotes it is gone by now, and an ellipsis stands there
	advice('pay (?:an?|the)\\s+(?:notar(?:io|y)|…\\s)'),
	promise(
		'you (?:qualify|are eligible|will (?:be|get) (?:deported|detained|released|arrested|asylum|bail|bond))'
	)
];
