using System.Runtime.InteropServices;
using NetGen.Runtime;

namespace NetGen.Data;

/// <summary>A text that a language model goes on with.</summary>
internal sealed class TextContinuation
{
    private readonly Network network;
    private readonly Tokenizer tokenizer;
    private readonly PredictionStream? stream;
    private readonly int steps;
    private readonly int[] window;
    private readonly float[] scores;
    private readonly float[] outputs;

    public TextContinuation(Network network, TextPreparation preparation, Tokenizer tokenizer)
    {
        (this.network, this.tokenizer, steps) = (network, tokenizer, preparation.Steps);
        stream = network.Description.Stream is { } plan ? new PredictionStream(network, plan) : null;
        scores = new float[network.OutputShape[^1]];
        (window, outputs) = stream is null ? (new int[steps], new float[network.OutputSize]) : ([], []);
    }

    /// <summary>Requires that the network says for each step which token follows.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public static void Require(Network network, TextPreparation preparation, string path)
    {
        if (network.OutputShape is [var steps, var tokens] && steps == preparation.Steps && tokens == preparation.Vocabulary)
            return;
        throw new ArgumentException(
            $"'{path}' was saved with windows of a text, of which a network gives [{preparation.Steps}, {preparation.Vocabulary}]: a score "
                + $"for each token at each step; {network.Name} gives {ShapeText.Of(network.OutputShape)}.",
            nameof(network));
    }

    /// <summary>Writes what follows a text.</summary>
    /// <exception cref="InvalidOperationException">An output is NaN or infinite.</exception>
    public string Write(string beginning, int tokens, TokenSampler sampler)
    {
        List<int> text = [.. tokenizer.Encode(beginning)];
        int begin = text.Count, read = 0, first = 0;

        // Without a beginning, the token of padding stands before the text.
        if (begin == 0)
            text.Add(Tokenizer.PaddingToken);
        int written = text.Count;
        for (int i = 0; i < tokens; i++)
        {
            if (stream is null)
                PredictWindow(text, ref first);
            else
                read = PredictSteps(stream, text, read);

            RequireNumbers();

            // Padding and unknown are no text, nor is what the vocabulary has room for and the training part did not have.
            scores.AsSpan(0, tokenizer.SpecialTokens).Fill(float.NegativeInfinity);
            scores.AsSpan(tokenizer.Count).Fill(float.NegativeInfinity);
            text.Add(sampler.Sample(scores));
        }

        return tokenizer.Decode(CollectionsMarshal.AsSpan(text)[written..]);
    }

    // Minus infinity is a token without a probability.
    private void RequireNumbers()
    {
        float highest = float.NegativeInfinity;
        for (int token = 0; token < scores.Length; token++)
        {
            float score = scores[token];
            if (float.IsNaN(score) || float.IsPositiveInfinity(score))
                throw OfNoUse(float.IsNaN(score) ? "NaN" : "infinite");
            if (token >= tokenizer.SpecialTokens && token < tokenizer.Count)
                highest = Math.Max(highest, score);
        }

        if (float.IsNegativeInfinity(highest))
            throw OfNoUse("infinite for each token");

        static InvalidOperationException OfNoUse(string what) =>
            new($"An output of the network is {what}, as after a training that has diverged.");
    }

    private int PredictSteps(PredictionStream stream, List<int> text, int read)
    {
        // Of a beginning that is longer than the stream only the end is read.
        if (stream.MaxSteps is { } most && stream.Steps + text.Count - read > most)
        {
            stream.Reset();
            read = Math.Max(0, text.Count - Math.Max(1, most / 2));
        }

        while (read < text.Count)
            stream.Predict(text[read++], scores);
        return read;
    }

    private void PredictWindow(List<int> text, ref int first)
    {
        if (text.Count - first > steps)
            first = text.Count - Math.Max(1, steps / 2);
        Array.Fill(window, Tokenizer.PaddingToken);
        text.CopyTo(first, window, 0, text.Count - first);
        network.Predict(window, outputs);
        outputs.AsSpan((text.Count - first - 1) * scores.Length, scores.Length).CopyTo(scores);
    }
}
