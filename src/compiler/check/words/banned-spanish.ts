import { advice, promise, synonym, word, type Ban } from './ban.ts';

const PROMISE = 'No prometa nada: diga cuál es la regla.';

/**
 * src/content/README.md, in Spanish. Each is narrow on purpose: "seguridad pública" and "no se esconda"
 * are good text. What a pattern cannot tell is left to the two people who approve.
 */
export const BANNED_SPANISH: readonly Ban[] = [
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
	word('a salvo|(?:lugar|sitio)(?:es)? segur[oa]s?|est(?:á|án|ará|arán) segur[oa]s?', PROMISE),
	word('garantiza(?:d[oa]s?|n|mos)?|garantía', PROMISE),
	word('siempre(?! que)', PROMISE),
	word(
		'(?:nunca|jamás)[^.!?]{0,30}(?:oficial(?:es)?|policía|agentes?|ICE)|(?:oficial(?:es)?|policía|agentes?|ICE)[^.!?]{0,15}\\s(?:nunca|jamás)',
		PROMISE
	),
	word('nadie puede', PROMISE),

	synonym('(?:orden|órdenes) judicial(?:es)?', 'orden firmada por un juez'),
	synonym(
		'(?:orden|órdenes) de (?:registro|arresto|cateo|allanamiento)',
		'orden firmada por un juez'
	),
	synonym('(?:orden|órdenes) administrativas?|formularios? del ICE', 'formulario de ICE'),
	synonym('agentes?(?! de seguridad escolar)', 'oficial'),
	synonym('consentimiento', 'permiso'),
	synonym('(?:orden|órdenes) de (?:expulsión|remoción|salida)', 'orden de deportación'),
	// an appeals court's own name in Spanish
	synonym('tribunal(?:es)?(?! (?:federal(?:es)? )?de apelaciones)|juzgados?', 'corte'),
	synonym(
		'detainers?|retención migratoria|(?:orden|órdenes|solicitud(?:es)?) de (?:retención|detención)',
		'solicitud de ICE para retener a una persona'
	),
	synonym(
		'(?:área|zona|parte|espacio)s? (?:no públic[oa]s?|restringid[oa]s?)',
		'área solo para el personal'
	),
	synonym(
		'(?:guardia|oficial)(?:es|s)? (?:escolar(?:es)?|de seguridad(?: escolar)?)',
		'agente de seguridad escolar'
	),
	synonym('tutor(?:es|a|as)? (?:suplente|sustitut[oa])s?|guardián(?:es)?', 'tutor de reserva'),
	synonym('directriz|directrices', 'directiva'),
	synonym('licenciad[oa]s?|procurador(?:es|a|as)?', 'abogado o abogada'),

	advice('esc[oó]nd(?:a|e|an)se|corra|huya|mienta|váyase en el (?:carro|auto)'),
	advice('(?:bloquee|toque|empuje|golpee) (?:al?|un|una|los) (?:oficial|agente)(?:es)?'),
	advice(
		'(?:destruya|rompa|queme|cambie) (?:los|sus|el|la|las) (?:papel(?:es)?|documentos?|orden|registros)'
	),
	advice('(?:use|muestre|compre) (?:papeles|documentos) falsos'),
	advice('(?:desbloquee|entregue|dé) su (?:teléfono|celular)'),
	advice('(?:no vaya|falte) a (?:la |su )?(?:corte|audiencia|cita)'),
	advice('firme (?:\\p{L}+ ){0,5}sin (?:un |una |su )?abogad[oa]|firme (?:cualquier|todo|lo que)'),
	advice('(?:siga grabando|grabe a la fuerza)'),
	// in quotes it is gone by now, and an ellipsis stands there
	advice('(?:pague|páguele) (?:a un|al)\\s+(?:notario|…\\s)'),
	promise('usted (?:califica|cumple los requisitos|será (?:deportad|detenid|arrestad|liberad)[oa])')
];
