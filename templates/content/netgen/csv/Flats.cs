using NetGen;
using NetGen.Data;

// The columns that the network reads: three numbers and one feature for each of four districts. Beside them the one to predict.
[DataSet, Sample(7), Target(1)]
public sealed class Flats(string path) : CsvDataSet(path, new CsvColumns()
    .Number("area").Number("rooms").Number("floor", missing: Missing.Mean).OneHot("district")
    .Target("rent", Scaling.Standard));
