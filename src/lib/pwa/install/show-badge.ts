/** As the types of older browsers have it: not at all. */
type Badge = Partial<Pick<Navigator, 'setAppBadge' | 'clearAppBadge'>>;

/** The number on the app's icon, where there is an icon and the phone shows numbers on it. */
export function showBadge(count: number): void {
	const badge: Badge = navigator;
	const shown = count > 0 ? badge.setAppBadge?.(count) : badge.clearAppBadge?.();
	// refused unless installed, and on some phones without a permission
	shown?.catch(() => undefined);
}
