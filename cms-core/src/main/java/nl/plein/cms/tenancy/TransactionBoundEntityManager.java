package nl.plein.cms.tenancy;

import jakarta.persistence.EntityManager;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * An entity manager in a serialisable coat, because {@code @TransactionScoped} asks for that of every bean although a
 * transaction never leaves its thread; and a guard that runs before each use.
 */
final class TransactionBoundEntityManager implements InvocationHandler, Serializable {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial")
    private final transient EntityManager manager;

    private final transient Runnable guard;

    private TransactionBoundEntityManager(EntityManager manager, Runnable guard) {
        this.manager = manager;
        this.guard = guard;
    }

    interface SerializableEntityManager extends EntityManager, Serializable {}

    static EntityManager guarding(EntityManager manager, Runnable guard) {
        return (EntityManager) Proxy.newProxyInstance(
                SerializableEntityManager.class.getClassLoader(),
                new Class<?>[] {SerializableEntityManager.class},
                new TransactionBoundEntityManager(manager, guard));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            if (manager.isOpen()) {
                manager.close();
            }
            return null;
        }
        guard.run();
        try {
            return method.invoke(manager, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
