/** Silent inference: one class a question. Finds out, and never reports. */
package org.lockkeeper.flow;
