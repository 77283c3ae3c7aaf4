/** Words, advice or a claim that no text of ours holds. */
export interface Ban {
	/** Matched against a text with its quotes taken out. Always with the flags `iu`. */
	readonly pattern: RegExp;
	/** What it is, for the message. */
	readonly what: string;
	/** What to write instead, or why not. */
	readonly instead: string;
	/** Banned as a fact only: under {#unconfirmed} it may be named. */
	readonly isOnlyAsFact?: boolean;
}

const words = (source: string): RegExp => new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, 'iu');
/** At the start of a sentence or after a colon: what a reader is told to do. */
const order = (source: string): RegExp =>
	new RegExp(`(?:^|[.!?:;¡¿]\\s+)(?:${source})(?!\\p{L})`, 'iu');

const ban = (pattern: RegExp, what: string, instead: string): Ban => ({ pattern, what, instead });
const word = (source: string, instead: string): Ban => ban(words(source), 'the word', instead);
const advice = (source: string): Ban => ban(order(source), 'the advice', ADVICE);
const claim = (source: string, why: string): Ban => ban(words(source), 'the claim', why);

const ADVICE = 'We never tell anybody to do this (src/content/README.md). Say what to do instead.';
const OUTCOME = 'Never tell a reader what they qualify for or what will happen to them (§4).';
const glossary = (term: string): string => `The glossary's word is "${term}" (§4, R13).`;
const PROMISE = 'Promise nothing: say what the rule is, and who must follow it.';

/**
 * src/content/README.md Each is narrow on purpose: "public safety", "unlawful act" and "do not hide" are good
 * text. What a pattern cannot tell is left to the two people who approve.
 */
export const BANNED: Readonly<Record<'en' | 'es', readonly Ban[]>> = {
	en: [
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
		word('no[ -]one can', PROMISE),

		word('judicial warrants?', glossary("judge's warrant")),
		word('administrative warrants?', glossary('ICE form')),
		word('detainers?(?! law)', glossary('ICE hold request')),
		word('deportation orders?|orders? of (?:removal|deportation)', glossary('removal order')),
		word('attorneys?(?! general)', glossary('lawyer')),
		word('cops?', glossary('officer')),
		word('non-?public (?:area|part|space)s?', glossary('staff-only area')),

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
		advice('pay an? "?notario"?'),
		ban(
			words(
				'you (?:qualify|are eligible|will (?:be|get) (?:deported|detained|released|arrested|asylum|bail|bond))'
			),
			'the promise',
			OUTCOME
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
		claim('NYPD never honou?rs', 'There are narrow exceptions: fact 1.18.'),
		{
			...claim('35 (?:detainers|ICE hold requests)[^.!?]{0,40} none', 'Not confirmed: fact 2.01.'),
			isOnlyAsFact: true
		},
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
			'The package of 2026 is not confirmed: fact 1.34.'
		),
		claim("city(?:['’]s)? executive order (?:no\\. ?)?170", "Order 170 is the State's: fact 1.25."),
		claim(
			'(?:patrol|administrative) guide,?(?: (?:procedure|section|number|no\\.?))* ?\\d[\\d.-]*',
			'No number is confirmed: fact 1.11.'
		)
	],
	es: [
		word(
			'(?:inmigrantes?|personas?|extranjer[oa]s?|migrantes?|trabajador(?:es)?) ilegal(?:es)?|(?:los|las|un|una) ilegal(?:es)?',
			'Diga "sin papeles", o no lo diga.'
		),
		word('alien(?:ígena)?s?', 'Diga "persona" o "personas".'),
		word(
			'(?:ola|oleada|avalancha)s? (?:de )?(?:migrantes|migratoria)',
			'Diga cuántas personas, y quién lo dice.'
		),
		word('redadas?', 'Diga "operativo" o "arresto".'),
		word('sopl[oó]n(?:es|a|as)?', 'Diga qué hace la persona.'),
		word('santuarios?', 'Diga qué hace la regla.'),
		word(
			'a salvo|(?:lugar|sitio)(?:es)? segur[oa]s?|est(?:á|án|ará|arán) segur[oa]s?',
			'No prometa nada: diga cuál es la regla.'
		),
		word('garantiza(?:d[oa]s?|n|mos)?|garantía', 'No prometa nada: diga cuál es la regla.'),
		word('siempre(?! que)', 'No prometa nada: diga cuál es la regla.'),
		word(
			'nunca[^.!?]{0,30}(?:oficial(?:es)?|policía|agentes?|ICE|NYPD)|(?:oficial(?:es)?|policía|agentes?|ICE|NYPD)[^.!?]{0,15}\\snunca',
			'No prometa nada: diga cuál es la regla.'
		),
		word('nadie puede', 'No prometa nada: diga cuál es la regla.'),

		advice('esc[oó]nd(?:a|e|an)se|corra|huya|mienta|váyase en el (?:carro|auto)'),
		advice('(?:bloquee|toque|empuje|golpee) (?:al?|un|una|los) (?:oficial|agente)(?:es)?'),
		advice(
			'(?:destruya|rompa|queme|cambie) (?:los|sus|el|la|las) (?:papel(?:es)?|documentos?|orden|registros)'
		),
		advice('(?:use|muestre|compre) (?:papeles|documentos) falsos'),
		advice('(?:desbloquee|entregue|dé) su (?:teléfono|celular)'),
		advice('(?:no vaya|falte) a (?:la |su )?(?:corte|audiencia|cita)'),
		advice('(?:siga grabando|grabe a la fuerza)'),
		advice('(?:pague|páguele) a un "?notario"?'),
		ban(
			words(
				'usted (?:califica|cumple los requisitos|será (?:deportad|detenid|arrestad|liberad)[oa])'
			),
			'the promise',
			OUTCOME
		),

		claim(
			'(?:se acabó|terminó|ya no existe) la ciudadanía por nacimiento',
			'It has not ended: fact 5.04.'
		),
		claim(
			'ICE no puede entrar (?:en|a) (?:las |una )?escuelas?',
			'City law has six exceptions: fact 1.21.'
		),
		claim(
			'sin (?:una )?orden (?:firmada por|de) un juez,? (?:ICE|los oficiales) no pueden? entrar',
			'ICE says otherwise: fact 5.16.'
		),
		claim(
			'(?:ICE|los oficiales) no pueden? entrar (?:en su casa |a su casa )?sin (?:una )?orden (?:firmada por|de) un juez',
			'ICE says otherwise: fact 5.16.'
		),
		claim(
			'la ley (?:estatal|del estado) ahora (?:exige|prohíbe|limita)',
			'The package of 2026 is not confirmed: fact 1.34.'
		),
		claim(
			'orden ejecutiva (?:núm\\. ?|n\\.º ?)?170 de la ciudad',
			"Order 170 is the State's: fact 1.25."
		),
		claim('NYPD nunca (?:cumple|acepta)', 'There are narrow exceptions: fact 1.18.')
	]
};
