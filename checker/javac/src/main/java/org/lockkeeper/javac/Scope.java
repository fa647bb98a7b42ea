package org.lockkeeper.javac;

import java.util.List;
import java.util.function.Consumer;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;

/**
 * A statement around the current one that jumps end at or pass through.
 *
 * @param outer the next one outwards, or null
 * @param labels the statement's labels
 * @param onBreak where {@code break} or {@code yield} goes; null when they pass
 * @param onContinue where {@code continue} goes; null for what is no loop
 * @param result what {@code yield} gives its value to; null for statements
 * @param handlers those in force outside, under which the clean-up runs
 * @param cleanup what every jump out does on its way, told where the jump stands; null for nothing
 */
record Scope(
    Scope outer,
    List<String> labels,
    Graph.Node onBreak,
    Graph.Node onContinue,
    Value.Var result,
    List<Block.Handler> handlers,
    Consumer<Site> cleanup) {

  /** A loop. */
  static Scope loop(Scope outer, List<String> labels, Graph.Node onBreak, Graph.Node onContinue) {
    return new Scope(outer, labels, onBreak, onContinue, null, null, null);
  }

  /** A switch, or a labelled statement that is none. */
  static Scope target(Scope outer, List<String> labels, Graph.Node onBreak, Value.Var result) {
    return new Scope(outer, labels, onBreak, null, result, null, null);
  }

  /** A statement with work to do on each way out. */
  static Scope guarded(Scope outer, List<Block.Handler> handlers, Consumer<Site> cleanup) {
    return new Scope(outer, List.of(), null, null, null, handlers, cleanup);
  }
}
