/**
 * What is known of methods, fields and types beyond their code: shipped models, users' models,
 * annotations, inference.
 */
package org.lockkeeper.facts;
