package org.lockkeeper.bytecode;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;

/** What may stand in a cache file. Nothing else is ever made from one. */
final class IrTypes {
  static final int NOTHING = 0;
  static final int TEXT = 1;
  static final int INT = 2;
  static final int TRUE = 3;
  static final int FALSE = 4;
  static final int LONG = 5;
  static final int DOUBLE = 6;
  static final int FLOAT = 7;
  static final int CHAR = 8;
  static final int NONE = 9;
  static final int SOME = 10;
  static final int LIST = 11;
  static final int MAP = 12;
  static final int CONSTANT = 13;
  static final int RECORD = 14;
  static final int EARLIER = 15;
  static final int BESIDE = 16;

  private static final List<Class<? extends Record>> RECORDS =
      List.of(
          Annotation.class,
          Block.class,
          Block.Edge.class,
          Block.Handler.class,
          FieldInfo.class,
          FieldRef.class,
          MethodBody.class,
          MethodInfo.Param.class,
          MethodRef.class,
          Op.Copy.class,
          Op.New.class,
          Op.Read.class,
          Op.Write.class,
          Op.Call.class,
          Op.Enter.class,
          Op.Exit.class,
          Op.Test.class,
          Op.Return.class,
          Op.Function.class,
          Op.Slot.class,
          Site.class,
          Value.Var.class,
          Value.Const.class,
          Value.ClassLiteral.class);

  /** How a record is taken apart and made, looked up once: reflection is slow at that. */
  private static final List<Form> FORMS = RECORDS.stream().map(IrTypes::form).toList();

  private static final Map<Class<?>, Integer> NUMBERS =
      RECORDS.stream().collect(Collectors.toMap(type -> type, RECORDS::indexOf));

  private static final List<Class<? extends Enum<?>>> ENUMS =
      List.of(Op.Dispatch.class, Op.Relation.class);

  private IrTypes() {}

  /** How the object is written. */
  static int tag(Object value) {
    if (value == null) {
      return NOTHING;
    } else if (value instanceof String) {
      return TEXT;
    } else if (value instanceof Record) {
      return RECORD;
    } else if (value instanceof List<?>) {
      return LIST;
    } else if (value instanceof Optional<?> maybe) {
      return maybe.isPresent() ? SOME : NONE;
    } else if (value instanceof Boolean truth) {
      return truth ? TRUE : FALSE;
    } else if (value instanceof Enum<?>) {
      return CONSTANT;
    } else if (value instanceof SortedMap<?, ?>) {
      return MAP;
    }
    return number(value);
  }

  private static int number(Object value) {
    if (value instanceof Integer) {
      return INT;
    } else if (value instanceof Long) {
      return LONG;
    } else if (value instanceof Double) {
      return DOUBLE;
    } else if (value instanceof Float) {
      return FLOAT;
    } else if (value instanceof Character) {
      return CHAR;
    }
    throw new IllegalArgumentException("not of the IR: " + value.getClass());
  }

  /** Whether an equal object is written but once. */
  static boolean shared(Object value) {
    return named(value) || value instanceof Site || value instanceof Value.Var;
  }

  /** Whether it only names something. */
  static boolean named(Object value) {
    return value instanceof String || value instanceof MethodRef || value instanceof FieldRef;
  }

  static int recordNumber(Object value) {
    return known(NUMBERS.getOrDefault(value.getClass(), -1), value);
  }

  static int enumNumber(Object value) {
    return known(ENUMS.indexOf(((Enum<?>) value).getDeclaringClass()), value);
  }

  private static int known(int number, Object value) {
    if (number < 0) {
      throw new IllegalArgumentException("not of the IR: " + value.getClass());
    }
    return number;
  }

  /** A record's constructor, and its components in that order. */
  record Form(Constructor<?> constructor, List<Method> parts) {}

  private static Form form(Class<? extends Record> type) {
    RecordComponent[] parts = type.getRecordComponents();
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Form form =
          new Form(
              type.getDeclaredConstructor(types),
              Arrays.stream(parts).map(RecordComponent::getAccessor).toList());
      form.constructor().setAccessible(true); // they are public: this only saves the check
      form.parts().forEach(each -> each.setAccessible(true));
      return form;
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static Form form(int number) {
    return FORMS.get(number);
  }

  static Object constant(int number, int ordinal) {
    return ENUMS.get(number).getEnumConstants()[ordinal];
  }
}
