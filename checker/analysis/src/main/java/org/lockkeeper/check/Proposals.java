package org.lockkeeper.check;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.interprocedural.Contexts;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Modifiers;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Site;
import org.lockkeeper.sharing.UsualGuards;

/** Annotations that a program could have: what its code shows already, in writing. */
public final class Proposals {
  private static final String PACKAGE = "org.lockkeeper.annotations.";
  private static final int ENOUGH = 2;

  private final Questions ask;
  private final List<Proposal> all = new ArrayList<>();
  private final Map<FieldRef, Lock> guards = new HashMap<>();

  /**
   * One annotation.
   *
   * @param site the declaration that gets it
   * @param reason what shows it, with the counts
   */
  public record Proposal(Site site, Edit.AddAnnotation edit, String reason) {

    /** As in source. */
    public String annotation() {
      String name = edit.type().substring(PACKAGE.length());
      return "@" + name + (edit.argument().isEmpty() ? "" : "(" + edit.argument() + ")");
    }
  }

  private Proposals(Questions ask) {
    this.ask = ask;
  }

  /**
   * For the classes of a program, sorted by place.
   *
   * @throws IllegalArgumentException for a malformed model
   */
  public static List<Proposal> of(Program program, Settings settings) {
    Proposals proposals = new Proposals(Analysis.questions(program, settings));
    proposals.collect();
    proposals.all.sort(
        Comparator.comparing((Proposal p) -> p.site().file())
            .thenComparing(p -> p.site().offset()));
    return List.copyOf(proposals.all);
  }

  private void collect() {
    for (ClassInfo type : ask.flows().classes()) {
      type.fields().forEach(this::field);
    }
    for (MethodFlow flow : ask.flows().all()) {
      MethodInfo method = flow.method();
      if (!method.isLambda() && method.site().offset() >= 0) {
        holding(method);
        cooperative(method);
      }
    }
  }

  private void propose(Site site, String type, String argument, String reason) {
    String quoted = argument.isEmpty() ? "" : "\"" + argument + "\"";
    Edit.AddAnnotation edit = new Edit.AddAnnotation(site, PACKAGE + type, quoted);
    all.add(new Proposal(site, edit, reason));
  }

  private void field(FieldInfo field) {
    FieldRef ref = field.ref();
    List<Fact.GuardedBy> said = ask.flows().book().ofField(Fact.GuardedBy.class, ref);
    if (!said.isEmpty()) {
      ask.flows()
          .guards()
          .ofField(said.get(0).guards().get(0), ref)
          .ifPresent(l -> guards.put(ref, l));
      return;
    }
    boolean changes =
        ask.fields().of(ref).stream().anyMatch(u -> u.access().changes() && !u.access().owned());
    Set<Trait> traits = ask.fields().traits(ref);
    boolean safe = traits.contains(Trait.CONCURRENT) || traits.contains(Trait.LOCK);
    boolean captured = field.has(Modifiers.SYNTHETIC);
    if (field.has(Modifier.VOLATILE) || safe || !changes || captured || field.site().offset() < 0) {
      return;
    }
    Optional<UsualGuards.Guard> guard =
        ask.usualGuards().of(ref).filter(g -> g.isUsual() && g.held() >= ENOUGH);
    if (guard.isPresent()) {
      Lock lock = guard.get().lock();
      String text = lock.place().toString();
      boolean named =
          ask.flows()
              .guards()
              .ofField(text, ref)
              .filter(l -> l.place().equals(lock.place()))
              .isPresent();
      if (named) {
        guards.put(ref, lock);
        String reason = "held at %d of %d uses".formatted(guard.get().held(), guard.get().all());
        propose(field.site(), "GuardedBy", text, reason);
      }
    }
  }

  /** A private helper that every caller calls with the lock of what it uses. */
  private void holding(MethodInfo method) {
    boolean said = !ask.flows().book().all(Fact.Holds.class, method.ref()).isEmpty();
    if (!method.has(Modifier.PRIVATE) || said) {
      return;
    }
    for (HeldLocks.Held held : ask.flows().inherited(method.ref()).all()) {
      Lock lock = held.lock();
      String text = lock.place().toString();
      boolean own = lock.place().root() instanceof Root.This || lock.place().isGlobal();
      boolean named =
          own
              && ask.flows()
                  .guard(text, method.ref())
                  .filter(l -> l.place().equals(lock.place()))
                  .isPresent();
      if (named && lock.exclusive() && needs(method, lock)) {
        propose(method.site(), "Holding", text, "every caller holds it");
        return;
      }
    }
  }

  /** Whether a method uses something that the lock guards. */
  private boolean needs(MethodInfo method, Lock lock) {
    return ask.flows().accesses(method.ref()).stream()
        .filter(a -> a.via().isEmpty() && !a.owned())
        .map(a -> a.target().field())
        .flatMap(Optional::stream)
        .anyMatch(f -> guards.containsKey(f) && guards.get(f).shape().equals(lock.shape()));
  }

  private void cooperative(MethodInfo method) {
    Optional<Contexts.Context> context = ask.cooperation().context(method.ref());
    boolean said = !ask.flows().book().all(Fact.Cooperative.class, method.ref()).isEmpty();
    if (context.isPresent() && !said && !method.ref().isConstructor()) {
      propose(method.site(), "Cooperative", context.get().name(), context.get().because());
    }
  }
}
