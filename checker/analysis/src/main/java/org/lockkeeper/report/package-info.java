/** Functions from findings to text. */
package org.lockkeeper.report;
