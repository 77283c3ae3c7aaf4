import { advice, claim, claimAsFact, promise, synonym, word, type Ban } from './ban.ts';

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
	word('(?:officers?|police|agents?|ICE|NYPD)(?:\\s+\\p{L}+)?\\s+never', PROMISE),
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
	),

	claim(
		'birthright citizenship (?:has |is )?(?:been )?ended|ended birthright citizenship',
		'It has not: fact 5.04.'
	),
	claim(
		"ICE (?:can(?:no|['’])t|may not|is not allowed to) (?:enter|come into|go into) (?:an?y? |the )?(?:city )?schools?",
		'City law has six exceptions: fact 1.21.'
	),
	claim(
		"(?:school|city (?:property|building|office)|shelter)s?[^.!?]{0,60} only with an? judge['’]s warrant",
		'City law has six exceptions: fact 1.21.'
	),
	claim('(?:NYPD|police) never (?:honou?rs?|accepts?)', 'There are narrow exceptions: fact 1.18.'),
	claim('Borough Safety Director', 'No internal name is confirmed: fact 3.24.'),
	claimAsFact('35 (?:detainers|ICE hold requests)[^.!?]{0,40} none', 'Not confirmed: fact 2.01.'),
	claim(
		"without an? judge['’]s warrant,? (?:ICE|officers|they) (?:can(?:no|['’])t|may not) (?:come in|enter)",
		'ICE says otherwise (fact 5.16). Say: "You do not have to open the door."'
	),
	claim(
		"(?:ICE|officers|they) (?:can(?:no|['’])t|may not) (?:come in|enter)(?: your home)? without an? judge['’]s warrant",
		'ICE says otherwise (fact 5.16). Say: "You do not have to open the door."'
	),
	claim(
		'state law now (?:requires|bans|bars|limits)',
		'Of the package of 2026 only the start was read (facts 11.05 to 11.24). Say what a copy says.'
	),
	claim("city(?:['’]s)? executive order (?:no\\. ?)?170", "Order 170 is the State's: fact 1.25."),
	claim(
		'(?:patrol|administrative) guide,?(?: (?:procedure|section|number|no\\.?))* ?\\d[\\d.-]*',
		'No number is confirmed: fact 1.11.'
	)
];
