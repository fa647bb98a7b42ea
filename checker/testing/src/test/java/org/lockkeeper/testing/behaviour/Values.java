package org.lockkeeper.testing.behaviour;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Makes values of any type, the same ones for the same seed. Objects of the classes under test come
 * from a small stock, so that calls meet the same ones again.
 */
final class Values {
  private static final int STOCK = 2;
  private static final int DEPTH = 6;

  private final List<Class<?>> classes;
  private final Map<Class<?>, List<Object>> stock = new LinkedHashMap<>();
  private final int turn;
  private int depth;
  private int answers;

  /**
   * @param classes those under test
   * @param turn decides which constructors are called
   */
  Values(List<Class<?>> classes, int turn) {
    this.classes = classes;
    this.turn = turn;
  }

  /** The objects of the classes under test that were made. */
  Map<Class<?>, List<Object>> stock() {
    return stock;
  }

  /** One of the objects of a class; {@code null} when none can be made. */
  Object receiver(Class<?> type, Random random) {
    List<Object> all = stock.get(type);
    if (all == null && Enum.class.isAssignableFrom(type)) {
      return constant(type, random);
    } else if (all == null) {
      all = new ArrayList<>();
      stock.put(type, all);
      for (int i = 0; i < STOCK; i++) {
        Object made = construct(type, i * turn, new Random(31L * i + type.getName().hashCode()));
        if (made != null) {
          all.add(made);
        }
        if (made != null && i > 0) {
          fill(made);
        }
      }
    }
    return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
  }

  private static Object constant(Class<?> type, Random random) {
    Class<?> all = type.isEnum() ? type : type.getSuperclass();
    List<Object> fitting = new ArrayList<>();
    for (Object each : all.getEnumConstants()) {
      if (type.isInstance(each)) {
        fitting.add(each);
      }
    }
    return fitting.isEmpty() ? null : fitting.get(random.nextInt(fitting.size()));
  }

  /** Puts something into an object's empty collections, so that there is something to take. */
  private void fill(Object made) {
    for (Class<?> type = made.getClass(); classes.contains(type); type = type.getSuperclass()) {
      Field[] fields = type.getDeclaredFields();
      Arrays.sort(fields, Comparator.comparing(Field::getName));
      for (Field each : fields) {
        try {
          each.setAccessible(true);
          Random random = new Random(each.getName().hashCode());
          boolean typed = each.getGenericType() instanceof ParameterizedType;
          Object value = typed && !Modifier.isStatic(each.getModifiers()) ? each.get(made) : null;
          fill(value, value == null ? null : (ParameterizedType) each.getGenericType(), random);
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(e);
        } catch (UnsupportedOperationException | IllegalStateException full) {
          continue;
        }
      }
    }
  }

  @SuppressWarnings("unchecked")
  private void fill(Object value, ParameterizedType type, Random random) {
    int size = type == null ? 0 : type.getActualTypeArguments().length;
    for (int i = 0; i < 3; i++) {
      if (value instanceof Map<?, ?> map && size == 2) {
        Object key = of(type.getActualTypeArguments()[0], random);
        put((Map<Object, Object>) map, key, of(type.getActualTypeArguments()[1], random));
      } else if (value instanceof Collection<?> all && size == 1) {
        Object element = of(type.getActualTypeArguments()[0], random);
        if (element != null) {
          ((Collection<Object>) all).add(element);
        }
      }
    }
  }

  Object[] arguments(Type[] types, Random random) {
    Object[] all = new Object[types.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = of(types[i], random);
    }
    return all;
  }

  /** A value of a type; {@code null} when there is no way to one. */
  Object of(Type type, Random random) {
    if (type instanceof ParameterizedType p) {
      return of((Class<?>) p.getRawType(), p.getActualTypeArguments(), random);
    } else if (type instanceof GenericArrayType a) {
      return array(raw(a.getGenericComponentType()), a.getGenericComponentType(), random);
    } else if (type instanceof WildcardType w) {
      return of(
          w.getLowerBounds().length > 0 ? w.getLowerBounds()[0] : w.getUpperBounds()[0], random);
    } else if (type instanceof TypeVariable<?> v) {
      return of(v.getBounds()[0], random);
    }
    return of((Class<?>) type, new Type[0], random);
  }

  private static Class<?> raw(Type type) {
    if (type instanceof ParameterizedType p) {
      return (Class<?>) p.getRawType();
    } else if (type instanceof TypeVariable<?> v) {
      return raw(v.getBounds()[0]);
    }
    return type instanceof Class<?> c ? c : Object.class;
  }

  private Object of(Class<?> type, Type[] arguments, Random random) {
    Object simple = simple(type, random);
    if (simple != null || type == void.class || type == Void.class || depth > DEPTH) {
      return simple;
    }
    depth++;
    try {
      if (type.isArray()) {
        return array(type.getComponentType(), type.getComponentType(), random);
      } else if (type.isEnum()) {
        return constant(type, random);
      } else if (classes.contains(type) && isConcrete(type)) {
        return receiver(type, random);
      }
      Object known = known(type, arguments, random);
      return known != null ? known : object(type, random);
    } finally {
      depth--;
    }
  }

  private static Object simple(Class<?> type, Random random) {
    int n = random.nextInt(6);
    if (type == int.class || type == Integer.class) {
      return n;
    } else if (type == long.class || type == Long.class || type == Number.class) {
      return (long) n;
    } else if (type == boolean.class || type == Boolean.class) {
      return n % 2 == 0;
    } else if (type == double.class || type == Double.class) {
      return n / 2.0;
    } else if (type == float.class || type == Float.class) {
      return n / 2f;
    } else if (type == byte.class || type == Byte.class) {
      return (byte) n;
    } else if (type == short.class || type == Short.class) {
      return (short) n;
    } else if (type == char.class || type == Character.class) {
      return (char) ('a' + n);
    } else if (type == Class.class) {
      return String.class;
    }
    boolean text = type == String.class || type == Object.class || type == CharSequence.class;
    return text || type == Comparable.class ? String.valueOf((char) ('a' + n % 4)) : null;
  }

  private Object array(Class<?> raw, Type component, Random random) {
    int length = random.nextInt(4);
    Object array = Array.newInstance(raw, length);
    for (int i = 0; i < length; i++) {
      Array.set(array, i, of(component, random));
    }
    return array;
  }

  /** Implementations of usual interfaces, filled. */
  private Object known(Class<?> type, Type[] arguments, Random random) {
    if (!type.isInterface()) {
      return null;
    } else if (type.isAssignableFrom(ConcurrentMap.class)) {
      Map<Object, Object> map = new ConcurrentHashMap<>();
      for (int i = 0; i < 3 && arguments.length == 2; i++) {
        put(map, of(arguments[0], random), of(arguments[1], random));
      }
      return map;
    } else if (Collection.class.isAssignableFrom(type) || type == Iterable.class) {
      Collection<Object> all = collection(type);
      for (int i = 0; i < 3 && arguments.length == 1 && all != null; i++) {
        Object element = of(arguments[0], random);
        if (element != null) {
          all.add(element);
        }
      }
      return all;
    } else if (type == Lock.class) {
      return new ReentrantLock();
    } else if (type == ReadWriteLock.class) {
      return new ReentrantReadWriteLock();
    } else if (type.isInstance(new DirectExecutor()) && Executor.class.isAssignableFrom(type)) {
      return new DirectExecutor();
    }
    Object done = type == Future.class && arguments.length == 1 ? of(arguments[0], random) : null;
    return type == Future.class ? CompletableFuture.completedFuture(done) : null;
  }

  private static void put(Map<Object, Object> map, Object key, Object value) {
    if (key != null && value != null) {
      map.put(key, value);
    }
  }

  private static Collection<Object> collection(Class<?> type) {
    if (type.isAssignableFrom(ArrayList.class)) {
      return new ArrayList<>();
    } else if (type.isAssignableFrom(java.util.TreeSet.class)) {
      return new java.util.LinkedHashSet<Object>() {
        private static final long serialVersionUID = 1;
      };
    }
    return Queue.class.isAssignableFrom(type)
        ? BlockingQueue.class.isAssignableFrom(type)
            ? new LinkedBlockingDeque<>()
            : new ConcurrentLinkedDeque<>()
        : null;
  }

  private Object object(Class<?> type, Random random) {
    if (type.isInterface()) {
      return proxy(type);
    }
    for (Class<?> each : classes) {
      if (Modifier.isAbstract(type.getModifiers())
          && isConcrete(each)
          && type.isAssignableFrom(each)) {
        return receiver(each, random);
      }
    }
    return construct(type, 0, random);
  }

  /**
   * Calls a function of a call's result, or one that an object of the stock keeps, so that tasks
   * which nobody runs are run.
   */
  String called(Object function, Random random) throws IllegalAccessException {
    for (Class<?> type : function.getClass().getInterfaces()) {
      for (Method each : type.getMethods()) {
        if (Modifier.isAbstract(each.getModifiers())) {
          try {
            each.setAccessible(true);
            Object[] arguments = arguments(each.getGenericParameterTypes(), random);
            return new Snapshot(classes).of(each.invoke(function, arguments));
          } catch (InvocationTargetException e) {
            return "throws " + new Snapshot(classes).of(e.getCause());
          }
        }
      }
    }
    return "";
  }

  /** Functions of the classes under test that collections of the stock keep. */
  List<Object> functions() throws IllegalAccessException {
    List<Object> all = new ArrayList<>();
    for (List<Object> objects : stock.values()) {
      for (Object object : objects) {
        for (Field each : object.getClass().getDeclaredFields()) {
          each.setAccessible(true);
          Object value = each.get(object);
          Collection<?> kept = value instanceof Collection<?> c ? c : List.of();
          all.addAll(kept.stream().filter(Values::isFunction).toList());
        }
      }
    }
    return all;
  }

  static boolean isFunction(Object value) {
    boolean own = value != null && value.getClass().getClassLoader() instanceof Sandbox;
    return own && value.getClass().isHidden();
  }

  static boolean isConcrete(Class<?> type) {
    return !type.isInterface() && !Modifier.isAbstract(type.getModifiers()) && !type.isEnum();
  }

  /**
   * By the first constructor that can be called, of those that ask for least.
   *
   * @param from how many of them are tried last
   * @return {@code null} when none can be called
   */
  private Object construct(Class<?> type, int from, Random random) {
    if (Modifier.isAbstract(type.getModifiers())) {
      return null;
    }
    List<Constructor<?>> all = new ArrayList<>(List.of(type.getDeclaredConstructors()));
    all.sort(
        Comparator.<Constructor<?>>comparingInt(Constructor::getParameterCount)
            .thenComparing(Constructor::toString));
    Collections.rotate(all, all.isEmpty() ? 0 : -(from % all.size()));
    for (Constructor<?> each : all) {
      boolean open =
          Modifier.isPublic(each.getModifiers()) && Modifier.isPublic(type.getModifiers());
      if (open || type.getClassLoader() != null) {
        try {
          each.setAccessible(true);
          Type[] generic = each.getGenericParameterTypes();
          boolean told = generic.length == each.getParameterCount();
          return each.newInstance(arguments(told ? generic : each.getParameterTypes(), random));
        } catch (InvocationTargetException e) {
          continue;
        } catch (ReflectiveOperationException | RuntimeException e) {
          throw new IllegalStateException("no " + type, e);
        }
      }
    }
    return null;
  }

  /** Answers every call by a value, and notes it. */
  private Object proxy(Class<?> type) {
    ClassLoader loader =
        type.getClassLoader() == null ? Values.class.getClassLoader() : type.getClassLoader();
    return Proxy.newProxyInstance(
        loader,
        new Class<?>[] {type},
        (self, method, arguments) -> answer(self, method, arguments));
  }

  private Object answer(Object self, Method method, Object[] arguments) throws Throwable {
    switch (method.getName() + method.getParameterCount()) {
      case "equals1":
        return self == arguments[0];
      case "hashCode0":
        return 1;
      case "toString0":
        return "proxy";
      default:
        Course.round();
        Course.now().log(method.getName() + new Snapshot(classes).of(arguments));
        answers++;
        return of(method.getGenericReturnType(), new Random(answers));
    }
  }
}
