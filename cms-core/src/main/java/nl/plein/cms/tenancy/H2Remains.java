package nl.plein.cms.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.db.Store;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionMap;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.value.VersionedValue;

/**
 * Changes in an H2 database that belong to no transaction. H2 writes its maps one after the other; a crash may leave a change
 * on disk whose undo record is not. H2 hides such a change from all transactions but the one that gets the number of the dead
 * one, since numbers are used again: that one takes it for its own. See decision 0048.
 */
final class H2Remains {

    /** @param committed what stood under the key before; empty: nothing */
    private record Remain(Object key, Optional<Object> committed) {}

    private H2Remains() {}

    /**
     * Puts back the last committed value wherever a value belongs to a transaction that is not open. Reads every page of the
     * database; nobody else may write meanwhile.
     *
     * @return how many values were put back
     */
    static int undo(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        Store store = session.getDatabase().getStore();
        Set<Integer> open = store.getTransactionStore().getOpenTransactions().stream()
                .map(Transaction::getId)
                .collect(Collectors.toSet());
        int undone = 0;
        for (MVMap<Object, VersionedValue<Object>> map : tablesAndIndexes(store.getMvStore())) {
            undone += undo(store, map, open);
        }
        return undone;
    }

    /** The maps that the open database has: of tables, {@code table.7}, and of indexes, {@code index.8}. */
    private static List<MVMap<Object, VersionedValue<Object>>> tablesAndIndexes(MVStore maps) {
        List<MVMap<Object, VersionedValue<Object>>> found = new ArrayList<>();
        for (String name : maps.getMapNames()) {
            String id = maps.getMetaMap().get("name." + name);
            if (id != null && (name.startsWith("table.") || name.startsWith("index."))) {
                MVMap<Object, VersionedValue<Object>> map = maps.getMap(Integer.parseInt(id, 16));
                if (map != null) {
                    found.add(map);
                }
            }
        }
        return found;
    }

    private static int undo(Store store, MVMap<Object, VersionedValue<Object>> map, Set<Integer> open) {
        List<Remain> remains = new ArrayList<>();
        for (Cursor<Object, VersionedValue<Object>> at = map.cursor(null); at.hasNext(); ) {
            Object key = at.next();
            Object value = at.getValue();
            if (value instanceof VersionedValue<?> versioned
                    && !versioned.isCommitted()
                    && !open.contains(transaction(versioned))) {
                remains.add(new Remain(key, Optional.ofNullable(versioned.getCommittedValue())));
            }
        }
        if (!remains.isEmpty()) {
            putBack(store.getTransactionStore(), map, remains);
        }
        return remains.size();
    }

    private static void putBack(
            TransactionStore transactions, MVMap<Object, VersionedValue<Object>> map, List<Remain> remains) {
        Transaction transaction = transactions.begin();
        TransactionMap<Object, Object> rows = transaction.openMapX(map);
        for (Remain remain : remains) {
            remain.committed().ifPresentOrElse(value -> rows.put(remain.key(), value), () -> rows.remove(remain.key()));
        }
        transaction.commit();
    }

    /** The number of a transaction is what is left of the 40 bits that count its changes. */
    private static int transaction(VersionedValue<?> value) {
        return (int) (value.getOperationId() >>> 40);
    }
}
