import { expect, test } from 'vitest';
import { withMarkers } from './with-markers.ts';

test.each([
	['Pare.', ['{1.02}'], 'Pare. {1.02}'],
	['Pare. {1.03} Mire.', ['{1.02}', '{practice}'], 'Pare. {1.02} Mire. {practice}'],
	['Pare. {1.02} {1.03}', ['{1.02}'], 'Pare. {1.02}'],
	['{1.02} Pare. {1.03}', [], 'Pare.']
])('%s with the marks %s is %s', (source, markers, marked) => {
	expect(withMarkers(source, markers)).toBe(marked);
});
