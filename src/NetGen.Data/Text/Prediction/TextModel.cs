namespace NetGen.Data;

/// <summary>
/// A trained network with the vocabulary of its texts, from one file: a text in, the name of a class out, or the text that follows.
/// </summary>
public sealed class TextModel
{
    private readonly ClassOutput? output;

    private TextModel(Network network, TextPreparation preparation, ClassOutput? output)
    {
        (Network, Preparation, this.output) = (network, preparation, output);
        Tokenizer = preparation.CreateTokenizer();
    }

    /// <summary>The network, with its weights.</summary>
    public Network Network { get; }

    /// <summary>What makes samples of texts.</summary>
    public TextPreparation Preparation { get; }

    /// <summary>Turns texts into tokens and back.</summary>
    public Tokenizer Tokenizer { get; }

    /// <summary>
    /// Loads what <c>network.Save(path, data)</c> saved, where the data is a <see cref="TextDataSet"/> or <see cref="TextWindows"/>.
    /// </summary>
    /// <param name="path">The safetensors file.</param>
    /// <param name="network">The network whose weights are loaded.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or holds no preparation of texts.</exception>
    /// <exception cref="ArgumentException">
    /// The network takes other tokens, or has outputs for other classes, or for a language model not one for each token of each step.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static TextModel Load(string path, Network network)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(network);
        TextPreparation preparation = NetGen.Data.Preparation.Read<TextPreparation>(path);
        if (network.Description.Inputs.Length > 1 || network.FirstVocabulary < preparation.Vocabulary
            || network.FirstSize != preparation.Steps)
        {
            string takes = network.FirstVocabulary > 0 ? $"{network.FirstVocabulary} tokens" : "no tokens";
            throw new ArgumentException(
                $"'{path}' was saved with texts of {preparation.Steps} steps and {preparation.Vocabulary} tokens; {network.Name} takes "
                    + $"{network.FirstSize} {(network.FirstVocabulary > 0 ? "steps" : "numbers")} and {takes}"
                    + $"{(network.Description.Inputs.Length > 1 ? $", and has {network.Description.Inputs.Length} inputs" : "")}.",
                nameof(network));
        }

        if (preparation.ClassNames.Count == 0)
            TextContinuation.Require(network, preparation, path);
        ClassOutput? output =
            preparation.ClassNames.Count > 0 ? new ClassOutput(network, preparation.ClassNames, path) : null;
        network.Load(path);
        return new TextModel(network, preparation, output);
    }

    /// <summary>Classifies a text; may be called by several threads at once.</summary>
    /// <param name="text">The text, of any length; only as many tokens as a sample has are read.</param>
    /// <exception cref="InvalidOperationException">
    /// The network is a language model, or an output is NaN, as after a training that has diverged.
    /// </exception>
    public ClassPrediction Predict(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (output is null)
        {
            throw new InvalidOperationException(
                $"{Network.Name} has learnt which token follows, and no classes; {nameof(Write)} writes what follows a text.");
        }

        var sample = new int[Preparation.Steps];
        TextPreparation.Encode(Tokenizer, text, sample);
        return output.Of(Network.Predict(sample));
    }

    /// <summary>Writes what follows a text, token by token, with a language model.</summary>
    /// <param name="beginning">The text that is continued; it may be empty.</param>
    /// <param name="tokens">How many tokens are written.</param>
    /// <param name="sampler">Draws the tokens; by default by their probabilities, with seed 0.</param>
    /// <returns>What follows, without the beginning.</returns>
    /// <remarks>
    /// A network with <c>[Network(Stream = true)]</c> takes one step for each token. Another one predicts a whole window for each, and
    /// has to be causal: padding stands behind the text. Where the window is full, the second half of it is the beginning of the next.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number of tokens is negative.</exception>
    /// <exception cref="InvalidOperationException">
    /// The network classifies texts, or an output is NaN or infinite, as after a training that has diverged.
    /// </exception>
    public string Write(string beginning, int tokens, TokenSampler? sampler = null)
    {
        ArgumentNullException.ThrowIfNull(beginning);
        ArgumentOutOfRangeException.ThrowIfNegative(tokens);
        if (output is not null)
            throw new InvalidOperationException($"{Network.Name} classifies texts; {nameof(Predict)} names the class of one.");
        return new TextContinuation(Network, Preparation, Tokenizer).Write(beginning, tokens, sampler ?? new TokenSampler());
    }
}
