package org.lockkeeper.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.lockkeeper.ir.Memo;

/** Facts of one strength, indexed for lookup by declaration. Safe for use by several threads. */
final class Models {

  /** What is said of one type and its members. */
  private static final class Owner {
    private final List<Fact> type = new ArrayList<>();
    private final List<Fact> everyMethod = new ArrayList<>();
    private final Map<String, List<Fact>> members = new HashMap<>();
  }

  /** A key, and its facts when they are wanted. */
  private record Entry(String key, Supplier<List<Fact>> facts) {}

  private final Map<String, List<Entry>> entries = new HashMap<>();
  private final Memo<String, String> names = new Memo<>();
  private final Memo<String, Owner> owners = new Memo<>();
  private final Map<String, List<Fact>> packages = new HashMap<>();
  private final Map<String, List<Fact>> annotations = new HashMap<>();

  /** Of all files together; lines with the same key add up. */
  Models(Collection<FactFile> files) {
    files.forEach(file -> file.lines().forEach((key, facts) -> add(key, () -> facts)));
  }

  private Models() {}

  /** Of lines that are well-formed, and are read when they are asked for. */
  static Models ofLines(Collection<FactLine> lines) {
    Models models = new Models();
    lines.forEach(line -> models.add(line.key(), line::facts));
    return models;
  }

  private void add(String key, Supplier<List<Fact>> facts) {
    int hash = key.indexOf('#');
    if (key.startsWith("@")) {
      into(annotations, key.substring(1)).addAll(facts.get());
    } else if (key.endsWith(".*")) {
      into(packages, key.substring(0, key.length() - 2)).addAll(facts.get());
    } else {
      into(entries, hash < 0 ? key : key.substring(0, hash)).add(new Entry(key, facts));
    }
  }

  private static <T> List<T> into(Map<String, List<T>> map, String key) {
    return map.computeIfAbsent(key, k -> new ArrayList<>());
  }

  private Owner owner(String type) {
    String name = names.get(type, this::original);
    return name.isEmpty() ? null : owners.get(name, this::read);
  }

  /**
   * The name under which the type has entries; empty when it has none. A copy that a build has
   * moved below another package ("shaded") is what it is a copy of.
   */
  private String original(String type) {
    String name = type;
    while (!entries.containsKey(name) && !name.isEmpty()) {
      int dot = name.indexOf('.');
      boolean top = dot < 0 || dot == name.lastIndexOf('.');
      name = top ? "" : name.substring(dot + 1);
    }
    return name;
  }

  private Owner read(String type) {
    Owner owner = new Owner();
    for (Entry each : entries.get(type)) {
      String member = each.key().substring(Math.min(each.key().length(), type.length() + 1));
      if (member.isEmpty()) {
        owner.type.addAll(each.facts().get());
      } else if (member.equals("*")) {
        owner.everyMethod.addAll(each.facts().get());
      } else {
        String name = member.endsWith("(*)") ? member.substring(0, member.length() - 3) : member;
        into(owner.members, name).addAll(each.facts().get());
      }
    }
    return owner;
  }

  /** Whether anything is said of methods of that name, or of all, where the type declares them. */
  boolean knows(String type, String method) {
    Owner owner = owner(type);
    if (owner == null) {
      return false;
    }
    for (String member : owner.members.keySet()) {
      if (member.startsWith(method)) {
        return true;
      }
    }
    return !owner.everyMethod.isEmpty();
  }

  /** Whether anything is said of the type or its members. */
  boolean knows(String type) {
    return !names.get(type, this::original).isEmpty();
  }

  /** Facts of the type's own line. */
  List<Fact> type(String type) {
    Owner owner = owner(type);
    return owner == null ? List.of() : owner.type;
  }

  /** Facts of the line {@code type#member}, where a member is a signature or a plain name. */
  List<Fact> member(String type, String member) {
    Owner owner = owner(type);
    return owner == null ? List.of() : owner.members.getOrDefault(member, List.of());
  }

  /** Facts of the line {@code type#*}. */
  List<Fact> everyMethod(String type) {
    Owner owner = owner(type);
    return owner == null ? List.of() : owner.everyMethod;
  }

  /** Facts of the line {@code name.*}. */
  List<Fact> inPackage(String name) {
    return packages.getOrDefault(name, List.of());
  }

  /** Facts of the line {@code @name}, where a name is full or simple. */
  List<Fact> annotation(String name) {
    return annotations.getOrDefault(name, List.of());
  }
}
