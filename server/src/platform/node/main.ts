// Placeholder until the server stands here.
export {};
