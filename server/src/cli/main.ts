// Placeholder until the command line stands here.
export {};
