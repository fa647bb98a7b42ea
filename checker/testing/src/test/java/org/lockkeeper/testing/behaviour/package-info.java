/** Runs two forms of the same classes side by side and tells what differs. */
package org.lockkeeper.testing.behaviour;
