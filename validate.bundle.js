/**
 * Puts what `eingang validate` needs into a few files, over the compiled command: Node takes longer to find and compile
 * some 160 modules than to check an invoice. What other commands recognise by its class stays a module of its own, and
 * so does what only some files need.
 */
export default {
  input: './dist/src/commands/validate.js',
  platform: 'node',
  external: [/\/command\.js$/, /^@cantoo\//, /^zod$/],
  output: {
    dir: './dist/src/commands',
    entryFileNames: 'validate.js',
    chunkFileNames: 'validate/[name].js',
    sourcemap: true,
  },
};
