/** Cooperative tasks: where they wait, and where they keep their thread for too long. */
package org.lockkeeper.cooperation;
