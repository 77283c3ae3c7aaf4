import { expect, test } from 'vitest';
import { splitStep } from './split-step.ts';

test.each([
	[
		'Keep the door closed. You do not have to open.',
		'Keep the door closed.',
		'You do not have to open.'
	],
	['Say: "I want a lawyer." Then stay silent.', 'Say: "I want a lawyer."', 'Then stay silent.'],
	['Ask: "Who are you? Did a judge sign?"', 'Ask: "Who are you? Did a judge sign?"', undefined],
	[
		'Pregunte: «¿Quiénes son? ¿Firmó un juez?»',
		'Pregunte: «¿Quiénes son? ¿Firmó un juez?»',
		undefined
	],
	['Call dispatch now.', 'Call dispatch now.', undefined],
	[
		'Call <bdi dir="ltr">311</bdi> now. Then wait.',
		'Call <bdi dir="ltr">311</bdi> now. Then wait.',
		undefined
	],
	['请勿开门。您不必开门。', '请勿开门。', '您不必开门。'],
	['أبقِ الباب مغلقًا. لست ملزمًا بفتحه.', 'أبقِ الباب مغلقًا.', 'لست ملزمًا بفتحه.'],
	['دروازہ بند رکھیں۔ کھولنا ضروری نہیں۔', 'دروازہ بند رکھیں۔', 'کھولنا ضروری نہیں۔'],
	['দরজা বন্ধ রাখুন। খুলতে হবে না।', 'দরজা বন্ধ রাখুন।', 'খুলতে হবে না।']
])('%s', (html, first, rest) => {
	const [what, more] = splitStep(html);
	expect([what, more]).toEqual([first, rest]);
});
