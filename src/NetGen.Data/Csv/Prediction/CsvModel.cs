namespace NetGen.Data;

/// <summary>
/// A trained network with what its training data has taught, from the one file that <c>network.Save(path, data)</c> wrote: it predicts from
/// values of columns. It is used by one thread at a time.
/// </summary>
public sealed class CsvModel
{
    // Rows of a file are predicted so many together.
    private const int BatchSize = 256;

    private readonly CsvPreparation preparation;
    private readonly CsvInputs inputs;
    private readonly CsvOutput output;
    private readonly Dictionary<string, int>?[] slots;

    private CsvModel(string path, Network network, CsvPreparation preparation)
    {
        (Network, this.preparation) = (network, preparation);
        output = new CsvOutput(path, network, preparation);
        inputs = new CsvInputs(path, network, preparation, BatchSize);
        slots = [.. preparation.Columns.Select(column => column.IsNumber ? null : column.Slots())];
    }

    /// <summary>The network.</summary>
    public Network Network { get; }

    /// <summary>The columns that a prediction needs.</summary>
    public IReadOnlyList<string> Columns => [.. Inputs.Select(column => column.Name).Distinct()];

    private IEnumerable<CsvPreparedColumn> Inputs => preparation.Columns.Where(IsInput);

    /// <summary>Loads a network's weights, and what its data set has learnt.</summary>
    /// <param name="path">The safetensors file that <c>network.Save(path, data)</c> wrote.</param>
    /// <param name="network">A network of the class that was saved; its weights are replaced.</param>
    /// <exception cref="ArgumentException">The network takes other inputs, or gives other outputs; the message names the file.</exception>
    /// <exception cref="InvalidDataException">
    /// The file is damaged, holds weights alone, was saved with data of another kind, or its weights are another network's.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static CsvModel Load(string path, Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var model = new CsvModel(path, network, Preparation.Read<CsvPreparation>(path));
        network.Load(path);
        return model;
    }

    /// <summary>Predicts a row, or a window of a series.</summary>
    /// <param name="row">
    /// The value of each of <see cref="Columns"/>, such as <c>("mass", 4200), ("island", "Dream")</c>; of a window as many values as it has
    /// steps, the oldest first.
    /// </param>
    /// <exception cref="ArgumentException">A column lacks, is unknown or stated twice, or its value is of no use.</exception>
    /// <exception cref="InvalidOperationException">An output of the network is NaN.</exception>
    public CsvPrediction Predict(params ReadOnlySpan<(string Column, CsvValue? Value)> row)
    {
        int width = preparation.Columns.Count;
        var cells = new int[width * preparation.Steps];
        var isGiven = new bool[width];
        foreach ((string name, CsvValue? value) in row)
            Put(name, value ?? CsvValue.FromString(null), cells, isGiven);
        for (int i = 0; i < width; i++)
        {
            if (!isGiven[i] && IsInput(preparation.Columns[i]))
            {
                throw new ArgumentException(
                    $"There is no value of '{preparation.Columns[i].Name}'; expected one for each of {CsvReader.Listed(Columns)}. One that "
                        + "is missing is null.",
                    nameof(row));
            }
        }

        (int step, int refused) = inputs.Encode(0, cells);
        if (refused >= 0)
            throw new ArgumentException(Refused(refused, cells[(step * width) + refused]), nameof(row));
        return output.Of(inputs.Predict(1));
    }

    /// <summary>
    /// Predicts each row of a file, or each window of a series, the last one included, whose future the file does not hold.
    /// </summary>
    /// <param name="path">The file; it has the columns of <see cref="Columns"/>, and others that are not read.</param>
    /// <param name="options">How it is read; by default by its first line, with the texts for missing values of the training data.</param>
    /// <returns>The predictions, in the order of the rows.</returns>
    /// <exception cref="InvalidDataException">
    /// The file is no table with these columns, or a value is of no use; the message names line and column.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="InvalidOperationException">An output of the network is NaN.</exception>
    public IReadOnlyList<CsvPrediction> PredictFile(string path, CsvOptions? options = null)
    {
        var predictions = new List<CsvPrediction>();
        PredictFile(path, predictions.Add, options);
        return predictions;
    }

    /// <summary>The same for files of any length: predictions are handed on as they come.</summary>
    /// <param name="path">The file.</param>
    /// <param name="take">Takes the predictions, in the order of the rows.</param>
    /// <param name="options">How it is read; by default by its first line, with the texts for missing values of the training data.</param>
    /// <exception cref="InvalidDataException">
    /// The file is no table with these columns, or a value is of no use; the message names line and column.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="InvalidOperationException">An output of the network is NaN.</exception>
    public void PredictFile(string path, Action<CsvPrediction> take, CsvOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(take);
        var rows = new CsvPredictionRows(preparation, options ?? new CsvOptions { MissingTexts = preparation.MissingTexts });
        int waiting = 0;
        rows.Read(path, (cells, places) =>
        {
            (int step, int refused) = inputs.Encode(waiting, cells);
            if (refused >= 0)
            {
                throw places[step].Error(
                    preparation.Columns[refused].Name, Refused(refused, cells[(step * preparation.Columns.Count) + refused]));
            }

            if (++waiting == BatchSize)
                Run();
        });
        Run();

        void Run()
        {
            float[] outputs = waiting > 0 ? inputs.Predict(waiting) : [];
            for (int i = 0; i < waiting; i++)
                take(output.Of(outputs.AsSpan(i * Network.OutputSize, Network.OutputSize)));
            waiting = 0;
        }
    }

    private static bool IsInput(CsvPreparedColumn column) => column.Role is CsvRole.Number or CsvRole.OneHot or CsvRole.Token;

    private void Put(string name, CsvValue value, int[] cells, bool[] isGiven)
    {
        bool isKnown = false;
        for (int i = 0; i < preparation.Columns.Count; i++)
        {
            CsvPreparedColumn column = preparation.Columns[i];
            if (column.Name != name || !IsInput(column))
                continue;
            if (isGiven[i])
                throw new ArgumentException($"There are two values of '{name}'; expected one.", "row");
            if (value.Count != preparation.Steps)
            {
                throw new ArgumentException(
                    $"'{name}' has {value.Count} values; expected {preparation.Steps}, one for each step of a sample.", "row");
            }

            (isGiven[i], isKnown) = (true, true);
            for (int step = 0; step < preparation.Steps; step++)
                cells[(step * preparation.Columns.Count) + i] = CellOf(column, slots[i], value, step);
        }

        if (!isKnown)
        {
            throw new ArgumentException(
                $"There is no column '{name}' that the network reads; expected {CsvReader.Listed(Columns)}.", "row");
        }

    }

    private int CellOf(CsvPreparedColumn column, Dictionary<string, int>? slots, CsvValue value, int step)
    {
        if (slots is null)
        {
            float number = value.Number(step, preparation.MissingTexts) ?? throw new ArgumentException(
                $"'{column.Name}' is '{value.Text(step, [])}'; expected a finite number.", "row");
            if (column.Log && number <= -1)
                throw new ArgumentException($"'{column.Name}' is {number}; ln(1 + x) is of numbers above -1.", "row");
            return CsvCell.Of(number);
        }

        return value.Text(step, preparation.MissingTexts) is { } text
            ? slots.GetValueOrDefault(text, CsvEncoder.UnseenSlot)
            : CsvCell.MissingCategory;
    }

    private string Refused(int index, int cell)
    {
        CsvPreparedColumn column = preparation.Columns[index];
        if (column.IsNumber || cell == CsvCell.MissingCategory)
            return $"There is no value of '{column.Name}', and no rule for that.";
        IEnumerable<string> known = column.Categories.Except(column.UnseenCategories);
        return $"The value of '{column.Name}' is none of the categories of the training part: expected {CsvReader.Listed(known)}.";
    }
}
