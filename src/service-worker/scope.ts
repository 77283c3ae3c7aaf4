/** The worker's global scope, typed. The only cast in this folder. */
export const worker = self as unknown as ServiceWorkerGlobalScope;
