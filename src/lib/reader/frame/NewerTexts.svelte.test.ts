import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { textsOf } from '#tests/support/phone/texts.ts';
import NewerTexts from './NewerTexts.svelte';

test('what this phone cannot read yet is not on paper', () => {
	render(NewerTexts, { t: textsOf('en'), count: 3, update: () => undefined });
	expect(screen.getByText(/3 texts need/).closest('.no-print')).not.toBeNull();
	expect(screen.getByRole('button').closest('.no-print')).not.toBeNull();
});
