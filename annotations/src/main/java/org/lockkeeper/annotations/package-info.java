/**
 * What a programmer tells Lockkeeper about locks, threads and cooperative tasks. Every annotation
 * is kept in class files and absent at run time; annotated code needs no Lockkeeper to run.
 *
 * <h2>Guard expressions</h2>
 *
 * <p>{@link org.lockkeeper.annotations.GuardedBy}, {@link org.lockkeeper.annotations.Holding},
 * {@link org.lockkeeper.annotations.Excludes}, {@link org.lockkeeper.annotations.Acquires} and
 * {@link org.lockkeeper.annotations.Releases} name locks by expressions, read where the annotation
 * stands:
 *
 * <table>
 *   <caption>Guard expressions</caption>
 *   <tr><th>expression</th><th>the lock</th></tr>
 *   <tr><td>{@code this}</td><td>the monitor of the object that has the member</td></tr>
 *   <tr><td>{@code field}, {@code this.field}</td><td>the object in a field: its monitor, or the lock
 *       itself when it is a {@code Lock}, {@code ReadWriteLock}, {@code StampedLock} or binary
 *       {@code Semaphore}</td></tr>
 *   <tr><td>{@code Outer.this}</td><td>the enclosing object</td></tr>
 *   <tr><td>{@code Type.class}</td><td>the monitor of the class object</td></tr>
 *   <tr><td>{@code Type.field}</td><td>the object in a static field</td></tr>
 *   <tr><td>{@code method()}</td><td>what a method without parameters returns</td></tr>
 *   <tr><td>{@code itself}</td><td>the guarded object's own monitor</td></tr>
 *   <tr><td>{@code lock.readLock()}</td><td>one side of a {@code ReadWriteLock}</td></tr>
 * </table>
 *
 * <p>An expression that names nothing is reported.
 */
package org.lockkeeper.annotations;
