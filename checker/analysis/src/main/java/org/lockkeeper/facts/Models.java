package org.lockkeeper.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Facts files of one strength, indexed for lookup by declaration. Immutable once built. */
final class Models {

  /** What is said of one type and its members. */
  private static final class Owner {
    private final List<Fact> type = new ArrayList<>();
    private final List<Fact> everyMethod = new ArrayList<>();
    private final Map<String, List<Fact>> members = new HashMap<>();
  }

  private final Map<String, Owner> owners = new HashMap<>();
  private final Map<String, List<Fact>> packages = new HashMap<>();
  private final Map<String, List<Fact>> annotations = new HashMap<>();

  /** Of all files together; lines with the same key add up. */
  Models(Collection<FactFile> files) {
    files.forEach(file -> file.lines().forEach(this::add));
  }

  private void add(String key, List<Fact> facts) {
    int hash = key.indexOf('#');
    if (key.startsWith("@")) {
      into(annotations, key.substring(1)).addAll(facts);
    } else if (key.endsWith(".*")) {
      into(packages, key.substring(0, key.length() - 2)).addAll(facts);
    } else if (hash < 0) {
      owner(key).type.addAll(facts);
    } else if (key.endsWith("#*")) {
      owner(key.substring(0, hash)).everyMethod.addAll(facts);
    } else {
      String member = key.substring(hash + 1);
      String name = member.endsWith("(*)") ? member.substring(0, member.length() - 3) : member;
      into(owner(key.substring(0, hash)).members, name).addAll(facts);
    }
  }

  private Owner owner(String type) {
    return owners.computeIfAbsent(type, t -> new Owner());
  }

  private static List<Fact> into(Map<String, List<Fact>> map, String key) {
    return map.computeIfAbsent(key, k -> new ArrayList<>());
  }

  /** Whether anything is said of the type or its members. */
  boolean knows(String type) {
    return owners.containsKey(type);
  }

  /** Facts of the type's own line. */
  List<Fact> type(String type) {
    Owner owner = owners.get(type);
    return owner == null ? List.of() : owner.type;
  }

  /** Facts of the line {@code type#member}, where a member is a signature or a plain name. */
  List<Fact> member(String type, String member) {
    Owner owner = owners.get(type);
    return owner == null ? List.of() : owner.members.getOrDefault(member, List.of());
  }

  /** Facts of the line {@code type#*}. */
  List<Fact> everyMethod(String type) {
    Owner owner = owners.get(type);
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
