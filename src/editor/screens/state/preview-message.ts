import type { PreviewedArticle } from '../../preview/preview-article.ts';

/** From the frame, when it can show something. */
export const PREVIEW_READY = 'handrail-preview-ready';

/** To the frame: what to show, and how. */
export interface PreviewMessage {
	readonly preview: PreviewedArticle;
	readonly look: 'light' | 'dark';
}

/** Sent by a window of this screen alone; it tells other messages of extensions apart. */
export const isPreviewMessage = (value: unknown): value is PreviewMessage =>
	typeof value === 'object' && value !== null && 'preview' in value && 'look' in value;
