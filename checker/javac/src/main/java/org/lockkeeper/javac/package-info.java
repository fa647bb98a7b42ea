/**
 * The source door: javac's attributed trees become the intermediate representation. Uses the
 * exported API only and so runs inside any javac from 17 on; also the plain javac plugin.
 */
package org.lockkeeper.javac;
