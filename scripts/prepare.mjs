/** Puts the commit hooks in place, in a clone that has both git and husky. */
import { existsSync } from 'node:fs';

if (existsSync('.git') && !process.env.CI) {
  try {
    const { default: husky } = await import('husky');
    husky();
  } catch {
    // Installed without development packages: there is nobody to commit.
  }
}
