import { mount, unmount, type ComponentProps } from 'svelte';
import RecordedGuide from './RecordedGuide.svelte';

/**
 * Mounts the button that plays the recording of a guide.
 *
 * @returns a function that removes it, and stops what it plays
 */
export function mountRecorded(
	target: Element,
	props: ComponentProps<typeof RecordedGuide>
): () => void {
	const shown = mount(RecordedGuide, { target, props });
	return () => void unmount(shown);
}
