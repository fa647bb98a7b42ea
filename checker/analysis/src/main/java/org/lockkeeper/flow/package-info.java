/**
 * What holds at each point of one method, one class a question. Finds out, and never reports; what
 * other methods and fields mean is asked of {@link org.lockkeeper.flow.Knowledge}.
 */
package org.lockkeeper.flow;
