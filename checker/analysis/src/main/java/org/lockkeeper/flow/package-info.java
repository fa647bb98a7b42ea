/**
 * The engine: what holds at each point of each method, one class a question. Finds out, and never
 * reports.
 */
package org.lockkeeper.flow;
