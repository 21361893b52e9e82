using System.Runtime.InteropServices;
using System.Text;

namespace NetGen.Data;

/// <summary>
/// Learns byte pairs (Sennrich et al. 2016, https://arxiv.org/abs/1508.07909, algorithm 1): time and again the pair that is most frequent
/// within the pieces merges to a token; of equally frequent ones that of the earliest tokens. Each merge visits only where its pair stands.
/// </summary>
internal sealed class BytePairLearner
{
    // A pair that stands once saves no token.
    private const long LeastCount = 2;

    private readonly int[] tokens;
    private readonly int[] previous;
    private readonly int[] next;
    private readonly long[] weights;
    private readonly Dictionary<BytePair, Occurrences> pairs = [];
    private readonly PriorityQueue<BytePair, (long NegativeCount, int Left, int Right)> queue = new();
    private readonly HashSet<BytePair> made = [];
    private readonly List<int> lengths = [.. Enumerable.Repeat(1, BytePairTokenizer.FirstMerged)];

    private BytePairLearner(PieceCounts counts)
    {
        long total = counts.All.Keys.Sum(piece => (long)Encoding.UTF8.GetByteCount(piece));
        if (total > Array.MaxLength)
            throw new ArgumentException($"The different pieces of the texts have {total} bytes; expected at most {Array.MaxLength}.");
        (tokens, previous, next, weights) = (new int[total], new int[total], new int[total], new long[total]);
        int end = 0;
        foreach ((string piece, long count) in counts.All)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(piece);
            for (int i = 0; i < bytes.Length; i++)
            {
                (tokens[end + i], weights[end + i]) = (BytePairTokenizer.FirstByte + bytes[i], count);
                (previous[end + i], next[end + i]) = (i > 0 ? end + i - 1 : -1, i + 1 < bytes.Length ? end + i + 1 : -1);
            }

            end += bytes.Length;
        }
    }

    /// <summary>The pairs in the order in which they were learnt; fewer than wanted where no pair stands twice any more.</summary>
    public static IReadOnlyList<BytePair> Learn(PieceCounts counts, int merges) => new BytePairLearner(counts).Learn(merges);

    private List<BytePair> Learn(int merges)
    {
        var learnt = new List<BytePair>();
        for (int i = 0; i < tokens.Length; i++)
        {
            if (next[i] >= 0)
                Add(i);
        }

        EnqueueMade();
        while (learnt.Count < merges && queue.TryDequeue(out BytePair pair, out (long NegativeCount, int Left, int Right) order))
        {
            Occurrences found = pairs[pair];
            if (found.Count < LeastCount || lengths[pair.Left] + lengths[pair.Right] > BytePairTokenizer.LongestToken)
                continue;
            if (found.Count != -order.NegativeCount)
            {
                // Its neighbours have merged since; counts of pairs in the queue only fall.
                queue.Enqueue(pair, (-found.Count, pair.Left, pair.Right));
                continue;
            }

            Merge(pair, found, BytePairTokenizer.FirstMerged + learnt.Count);
            learnt.Add(pair);
        }

        return learnt;
    }

    private void Merge(BytePair pair, Occurrences found, int token)
    {
        lengths.Add(lengths[pair.Left] + lengths[pair.Right]);
        foreach (int position in found.Positions)
        {
            int second = next[position];
            if (tokens[position] != pair.Left || second < 0 || tokens[second] != pair.Right)
                continue;
            int before = previous[position], behind = next[second];
            if (before >= 0)
                pairs[new BytePair(tokens[before], pair.Left)].Count -= weights[position];
            if (behind >= 0)
                pairs[new BytePair(pair.Right, tokens[behind])].Count -= weights[position];
            (tokens[position], tokens[second], next[position]) = (token, -1, behind);
            if (before >= 0)
                Add(before);
            if (behind >= 0)
            {
                previous[behind] = position;
                Add(position);
            }
        }

        found.Positions.Clear();
        found.Positions.TrimExcess();
        found.Count = 0;
        EnqueueMade();
    }

    private void Add(int position)
    {
        var pair = new BytePair(tokens[position], tokens[next[position]]);
        ref Occurrences? found = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, pair, out _);
        found ??= new Occurrences();
        found.Count += weights[position];
        found.Positions.Add(position);
        made.Add(pair);
    }

    private void EnqueueMade()
    {
        foreach (BytePair pair in made)
            queue.Enqueue(pair, (-pairs[pair].Count, pair.Left, pair.Right));
        made.Clear();
    }

    /// <summary>Where a pair stands or stood, and how often it does.</summary>
    private sealed class Occurrences
    {
        public long Count { get; set; }

        public List<int> Positions { get; } = [];
    }
}
