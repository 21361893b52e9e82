using System.Text;

namespace NetGen.Data;

/// <summary>
/// Merges the bytes of pieces to tokens: always the pair that was learnt first, the leftmost first. A piece of n bytes takes O(n log n)
/// time, however long it is. One thread at a time uses it; its room is used again.
/// </summary>
internal sealed class BytePairMerging(Dictionary<BytePair, int> merged)
{
    private readonly PriorityQueue<(int Position, int Left, int Right), (int Token, int Position)> queue = new();
    private byte[] bytes = new byte[64];
    private int[] tokens = new int[64];
    private int[] previous = new int[64];
    private int[] next = new int[64];

    /// <summary>Appends the tokens of a piece.</summary>
    public void Append(ReadOnlySpan<char> piece, List<int> to)
    {
        int length = Begin(piece);
        for (int i = 0; i + 1 < length; i++)
            Enqueue(i);
        while (queue.TryDequeue(out (int Position, int Left, int Right) pair, out (int Token, int Position) made))
        {
            int position = pair.Position, second = next[position];
            if (tokens[position] != pair.Left || second < 0 || tokens[second] != pair.Right)
                continue;
            (tokens[position], tokens[second]) = (made.Token, -1);
            next[position] = next[second];
            if (next[position] >= 0)
            {
                previous[next[position]] = position;
                Enqueue(position);
            }

            if (previous[position] >= 0)
                Enqueue(previous[position]);
        }

        for (int position = length > 0 ? 0 : -1; position >= 0; position = next[position])
            to.Add(tokens[position]);
    }

    private int Begin(ReadOnlySpan<char> piece)
    {
        int most = Encoding.UTF8.GetMaxByteCount(piece.Length);
        if (bytes.Length < most)
            (bytes, tokens, previous, next) = (new byte[most], new int[most], new int[most], new int[most]);
        int length = Encoding.UTF8.GetBytes(piece, bytes);
        for (int i = 0; i < length; i++)
            (tokens[i], previous[i], next[i]) = (BytePairTokenizer.FirstByte + bytes[i], i - 1, i + 1 < length ? i + 1 : -1);
        return length;
    }

    private void Enqueue(int position)
    {
        int left = tokens[position], right = tokens[next[position]];
        if (merged.TryGetValue(new BytePair(left, right), out int token))
            queue.Enqueue((position, left, right), (token, position));
    }
}
