/**
 * The bytecode door: class files in folders, jars, nested jars and the running JDK become the same
 * {@link org.lockkeeper.ir intermediate representation} that the source door makes. Nobody else
 * sees ASM.
 */
package org.lockkeeper.bytecode;
