/**
 * State that threads share: who shows that it is shared, which steps on it belong together, and
 * what keeps others out in between.
 */
package org.lockkeeper.sharing;
