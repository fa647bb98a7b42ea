/**
 * The intermediate representation: nine operations over variables, in blocks with normal and
 * exceptional edges. Knows no library: what a call means is a fact about the called method.
 */
package org.lockkeeper.ir;
