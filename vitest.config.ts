import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    // One file in a worker of its own costs a start each; two cores are all there may be.
    maxWorkers: 2,
  },
});
